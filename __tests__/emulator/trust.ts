import { readFileSync } from 'node:fs'
import { setDefaultCACertificates } from 'node:tls'
import { certificateFile } from './transport.ts'

/** The clients of this process trust the loopback cloud, and nothing else. The option `tlsOptions` is lost behind a proxy. */
setDefaultCACertificates([readFileSync(certificateFile, 'utf8')])

import { expect, test } from '@jest/globals'
import { requireUsableProxy } from '../../src/azure/proxy.ts'
import { InputError } from '../../src/base/errors.ts'

test.each([
  ['no variable', {}],
  ['empty ones', { HTTPS_PROXY: '', https_proxy: '' }],
  ['a proxy', { HTTPS_PROXY: 'http://proxy.contoso.com:3128' }],
  ['a proxy with a password', { https_proxy: 'http://user:word@10.0.0.1:3128/' }],
  ['a proxy by TLS', { ALL_PROXY: 'https://proxy.contoso.com' }],
  ['variables of other programs', { FTP_PROXY: 'nonsense' }]
])('%s can be used', (_name, environment) => {
  expect(() => {
    requireUsableProxy(environment)
  }).not.toThrow()
})

test.each([
  ['a host without scheme', 'HTTPS_PROXY', 'proxy.contoso.com'],
  ['a host and port, whose host is read as a scheme', 'https_proxy', 'proxy:3128'],
  ['a port that is none', 'HTTP_PROXY', 'http://proxy:port'],
  ['another protocol', 'ALL_PROXY', 'socks5://proxy:1080'],
  ['an open bracket', 'all_proxy', 'http://[::1'],
  ['a password in what is no URL', 'http_proxy', 'http://user:secret-word@']
])('%s is wrong input, and is not repeated', (_name, variable, value) => {
  expect(() => {
    requireUsableProxy({ [variable]: value })
  }).toThrow(
    new InputError(
      `Environment variable ${variable} names no proxy that can be used: write it as http://HOST:PORT, or unset it.`
    )
  )
})

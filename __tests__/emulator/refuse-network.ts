import dns from 'node:dns'
import { writeSync } from 'node:fs'
import { Socket } from 'node:net'

/** The exit code of a program that tried to open a connection although it must not. */
const refusedExitCode = 86

/** Preloaded into a child process: any name lookup or connection ends it at once, loudly. */
function refuse(what: string): never {
  writeSync(2, `refused network access: ${what}\n`)
  process.exit(refusedExitCode)
}

Object.assign(Socket.prototype, { connect: () => refuse('connect') })
Object.assign(dns, { lookup: () => refuse('lookup'), resolve: () => refuse('resolve') })

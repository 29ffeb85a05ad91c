import { cwd, env, stderr, stdout } from 'node:process'
import { endlessTime } from '../base/run-time.ts'
import { exitCode } from '../base/errors.ts'
import { logText } from '../reports/escape.ts'
import type { TextOptions } from '../reports/text/text.ts'
import type { FactsWorld } from '../facts-source/facts-source.ts'

/** What a command may do to the outside: one door's view of the process. */
export type Terminal = FactsWorld & {
  /** Standard output is data; a long text comes in pieces, and the next is made when the last was taken. */
  readonly print: (text: string | Iterable<string>) => Promise<void>
  /** Standard error is for people. */
  readonly complain: (text: string) => void
  /** How text for people is laid out: colours, the columns to wrap at, whether images without a problem are named. */
  readonly layout: TextOptions
}

const silent = (): void => undefined

/** A reader that closes early (`| head`) ends the output, not the program; a full disk loses it. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  stderr.write(
    `acr-pull-check: Standard output cannot be written: ${error.message}; make room, or write to a file.\n`
  )
  process.exitCode = exitCode.usage
})
stderr.on('error', silent)

async function print(text: string | Iterable<string>): Promise<void> {
  for (const piece of typeof text === 'string' ? [text] : text) {
    if (stdout.destroyed || stdout.errored !== null) return
    if (!stdout.write(piece)) await drained()
  }
}

/** Also where nobody reads on: then there is nothing to wait for. */
const drained = (): Promise<void> =>
  new Promise(resolve => {
    const done = () => {
      stdout.off('drain', done).off('close', done).off('error', done)
      resolve()
    }
    stdout.on('drain', done).on('close', done).on('error', done)
  })

/** How much is said, and in which colours. */
export type Manner = {
  readonly noColor: boolean
  readonly quiet: boolean
  readonly verbose: boolean
}

export type TerminalOf = (manner: Manner) => Terminal

export function processTerminal({ noColor, quiet, verbose }: Manner): Terminal {
  const complain = (text: string): void => {
    stderr.write(`${logText(text)}\n`)
  }
  const talks = !quiet && (verbose || stderr.isTTY)
  return {
    workspace: cwd(),
    environment: env,
    now: () => new Date(),
    time: endlessTime,
    progress: talks ? complain : silent,
    getIdToken: null,
    print,
    complain,
    layout: {
      color: stdout.isTTY && !noColor && (env['NO_COLOR'] ?? '') === '',
      namesAll: verbose,
      ...(stdout.isTTY ? { width: stdout.columns } : {})
    }
  }
}

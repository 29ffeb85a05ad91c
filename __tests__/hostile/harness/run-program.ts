import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { end, processesOf, watchProcess, type Usage } from './processes.ts'

export type Start = {
  /** Absolute paths and words. */
  readonly command: readonly [string, ...string[]]
  /** For a shell that becomes the command, with its process id. */
  readonly prelude: string | undefined
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
  readonly standardInput: string | Uint8Array
  /** The folder by which its processes are known. */
  readonly place: string
  readonly during: ((program: RunningProgram) => Promise<void>) | undefined
}

/** What an attack may do to a program that runs. */
export type RunningProgram = {
  readonly signal: (name: NodeJS.Signals) => void
  /** Waits until a descendant runs whose words match. */
  readonly started: (words: RegExp) => Promise<void>
  readonly ended: () => boolean
  /** Stops to read what it writes, for ever. */
  readonly closeStandardOutput: () => void
}

export type Ending = {
  /** A signal counts as 128 and its number, as a shell says it. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly usage: Usage
  readonly seconds: number
  /** Words of the processes that were still there a moment after the program had ended. */
  readonly leftRunning: readonly string[]
}

/** Far beyond every bound: what runs longer hangs. */
const longest = 90_000
/** How long a killed process may take to vanish. */
const grace = 1_500
const betweenLooks = 25

export async function runProgram(start: Start): Promise<Ending> {
  const startedAt = performance.now()
  const child = launch(start)
  const watch = watchProcess(child.pid ?? 0)
  const hanging = setTimeout(() => child.kill('SIGKILL'), longest)
  const ended = endOf(child)
  const printed = Promise.all([textOf(child.stdout), textOf(child.stderr)])
  await start.during?.(controls(child, start))
  const code = await ended
  clearTimeout(hanging)
  const usage = watch.stop()
  const seconds = (performance.now() - startedAt) / 1000
  const leftRunning = await leftAfter(start.place)
  const [stdout, stderr] = await printed
  return { code, stdout, stderr, usage, seconds, leftRunning }
}

function launch({ command, prelude, directory, environment, standardInput }: Start) {
  const [program, ...words] =
    prelude === undefined
      ? command
      : (['/bin/sh', '-c', `${prelude}\nexec "$@"`, 'sh', ...command] as const)
  const child = spawn(program, words, { cwd: directory, env: environment })
  child.stdin.on('error', () => undefined).end(standardInput)
  return child
}

/** Also of a stream that is closed in the middle. */
const textOf = (stream: Readable): Promise<string> =>
  new Promise(resolve => {
    const chunks: Buffer[] = []
    stream
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('close', () => {
        resolve(Buffer.concat(chunks).toString('utf8'))
      })
  })

const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })

const controls = (child: ChildProcess, { command, place }: Start): RunningProgram => ({
  signal: name => {
    child.kill(name)
  },
  ended: () => child.exitCode !== null || child.signalCode !== null,
  closeStandardOutput: () => {
    child.stdout?.destroy()
  },
  started: async words => {
    const isIt = (found: { readonly pid: number; readonly words: string }) =>
      found.pid !== child.pid && words.test(found.words) && !found.words.includes(command[1] ?? '')
    while (child.exitCode === null && !processesOf(place).some(isIt)) await wait(betweenLooks)
  }
})

async function leftAfter(place: string): Promise<readonly string[]> {
  const until = performance.now() + grace
  while (processesOf(place).length > 0 && performance.now() < until) await wait(betweenLooks)
  const left = processesOf(place)
  for (const { pid } of left) end(pid)
  return left.map(({ words }) => words)
}

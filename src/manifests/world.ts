import { tmpdir } from 'node:os'
import { limits } from './limits.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** One execution, without a shell. */
export type Execution = {
  /** Absolute path. */
  readonly binary: string
  readonly parameters: readonly string[]
  readonly directory: string
  /** The complete environment; nothing is inherited. */
  readonly environment: Environment
  readonly milliseconds: number
  readonly outputBytes: number
}

export type ExecutionResult =
  | { readonly kind: 'success'; readonly stdout: string }
  | { readonly kind: 'failure'; readonly stderr: string }
  | { readonly kind: 'time-out' }
  | { readonly kind: 'too-much-output' }

/** The outside, besides the file system. */
export type World = {
  readonly environment: Environment
  readonly execute: (execution: Execution) => Promise<ExecutionResult>
  /** Milliseconds, from any fixed moment. */
  readonly now: () => number
  /** Where a run may make a directory of its own. */
  readonly temporaryDirectory: string
  /** At most a little more than the largest file that is read. */
  readonly readStandardInput: () => Promise<Buffer>
}

export const realWorld: World = {
  environment: process.env,
  execute,
  // As monotonic as performance.now(), whose module takes milliseconds to load.
  now: () => process.uptime() * 1000,
  temporaryDirectory: tmpdir(),
  readStandardInput
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > limits.fileBytes) break
  }
  return Buffer.concat(chunks)
}

/** The module is loaded only where something is run: most runs render nothing. */
async function execute(execution: Execution): Promise<ExecutionResult> {
  const { execFile } = await import('node:child_process')
  const options = {
    cwd: execution.directory,
    env: execution.environment,
    timeout: execution.milliseconds,
    killSignal: 'SIGKILL',
    maxBuffer: execution.outputBytes,
    windowsHide: true
  } as const
  return new Promise(resolve => {
    execFile(execution.binary, execution.parameters, options, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: 'success', stdout })
      else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
        resolve({ kind: 'too-much-output' })
      else if (error.killed === true) resolve({ kind: 'time-out' })
      else resolve({ kind: 'failure', stderr: stderr === '' ? error.message : stderr })
    }).stdin?.end()
  })
}

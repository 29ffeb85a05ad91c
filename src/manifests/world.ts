import type { Environment, Execution, ExecutionResult } from '../programs/execution.ts'
import { limits } from './limits.ts'

/** The outside, besides the file system. */
export type World = {
  readonly environment: Environment
  readonly execute: (execution: Execution) => Promise<ExecutionResult>
  /** What does not bound a program on this machine, in words. */
  readonly missingWalls: () => Promise<readonly string[]>
  /** For a line that a person may want to know. */
  readonly progress: (text: string) => void
  /** Milliseconds, from any fixed moment. */
  readonly now: () => number
  /** The moment, by `now`, when the time of the run is up; not given: never. */
  readonly endsAt?: number
  /** At most a little more than the largest file that is read. */
  readonly readStandardInput: () => Promise<Buffer>
}

export const realWorld: World = {
  environment: process.env,
  execute,
  missingWalls: async () => {
    const walls = await import('../programs/walls.ts')
    return walls.missingWalls(process.env)
  },
  progress: () => undefined,
  // As monotonic as performance.now(), whose module takes milliseconds to load.
  now: () => process.uptime() * 1000,
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

/** Loaded only where something is run: most runs render nothing. */
async function execute(execution: Execution): Promise<ExecutionResult> {
  const { runProgram } = await import('../programs/run-program.ts')
  return runProgram(execution)
}

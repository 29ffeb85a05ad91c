import { addAbortSignal } from 'node:stream'
import { endlessTime, type RunTime } from '../base/run-time.ts'
import type { Environment, Execution, ExecutionResult } from '../programs/execution.ts'
import { processorSecondsOfPrograms } from '../programs/processor-time.ts'

/** The outside, besides the file system. */
export type World = {
  readonly environment: Environment
  readonly execute: (execution: Execution) => Promise<ExecutionResult>
  /** Processor seconds of all programs that have ended so far; null where the system does not tell. */
  readonly programsTook: () => number | null
  /** For a run with much to read: the heap grows in small steps from here on, which costs a little time. */
  readonly spareMemory: () => Promise<void>
  /** What does not bound a program on this machine, in words. */
  readonly missingWalls: () => Promise<readonly string[]>
  /** For a line that a person may want to know. */
  readonly progress: (text: string) => void
  readonly time: RunTime
  /** Gives each bit to `take` until that wants no more; false where it does not end in time. */
  readonly readStandardInput: (
    milliseconds: number,
    take: (bytes: Buffer) => boolean
  ) => Promise<boolean>
}

export const realWorld: World = {
  environment: process.env,
  execute,
  programsTook: processorSecondsOfPrograms,
  spareMemory: async () => {
    const { setFlagsFromString } = await import('node:v8')
    // Without it V8 lets up to three times as much garbage stand as there is of use (heap/memory-controller.cc).
    setFlagsFromString('--heap-growing-percent=40')
  },
  missingWalls: async () => {
    const walls = await import('../programs/walls.ts')
    return walls.missingWalls(process.env)
  },
  progress: () => undefined,
  time: endlessTime,
  readStandardInput
}

async function readStandardInput(
  milliseconds: number,
  take: (bytes: Buffer) => boolean
): Promise<boolean> {
  const timeUp = AbortSignal.timeout(milliseconds)
  try {
    for await (const chunk of addAbortSignal(timeUp, process.stdin) as AsyncIterable<Buffer>)
      if (!take(chunk)) break
  } catch (error) {
    if (timeUp.aborted) return false
    throw error
  }
  return true
}

/** Loaded only where something is run: most runs render nothing. */
async function execute(execution: Execution): Promise<ExecutionResult> {
  const { runProgram } = await import('../programs/run-program.ts')
  return runProgram(execution)
}

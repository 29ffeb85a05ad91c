import { addAbortSignal } from 'node:stream'
import { endlessTime, type RunTime } from '../base/run-time.ts'
import type { Environment, Execution, ExecutionResult } from '../programs/execution.ts'
import { processorSecondsOfPrograms } from '../programs/processor-time.ts'
import { limits } from './limits.ts'

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
  /** At most a little more than the largest file that is read; null where it does not end in time. */
  readonly readStandardInput: (milliseconds: number) => Promise<Buffer | null>
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

async function readStandardInput(milliseconds: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  const timeUp = AbortSignal.timeout(milliseconds)
  try {
    for await (const chunk of addAbortSignal(timeUp, process.stdin) as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > limits.fileBytes) break
    }
  } catch (error) {
    if (timeUp.aborted) return null
    throw error
  }
  return Buffer.concat(chunks)
}

/** Loaded only where something is run: most runs render nothing. */
async function execute(execution: Execution): Promise<ExecutionResult> {
  const { runProgram } = await import('../programs/run-program.ts')
  return runProgram(execution)
}

import type { Environment, Execution, ExecutionResult } from './execution.ts'
import { runCommand } from './run-command.ts'
import { behindWalls, findWalls } from './walls.ts'

/**
 * Runs a program without a shell, in a process group of its own and behind all walls that this machine has. The program
 * and its group are over when the promise settles; it never rejects.
 */
export const runProgram = async (
  execution: Execution,
  /** Where the programs that make the walls are looked for. */
  environment: Environment = process.env
): Promise<ExecutionResult> =>
  runCommand(behindWalls(await findWalls(environment), execution), execution)

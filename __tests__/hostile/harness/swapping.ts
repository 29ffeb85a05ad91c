import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pod } from '../manifests.ts'
import type { RunningProgram } from './run-program.ts'

const swapper = join(import.meta.dirname, 'swap.ts')

/** While the program runs, these files of the workspace are now links to a target and now the files that they were. */
export const swapping =
  (workspace: string, names: readonly string[], target: string) =>
  async (program: RunningProgram): Promise<void> => {
    const content = pod('contoso.azurecr.io/swap:1')
    const child = spawn(process.execPath, [swapper, workspace, target, content, ...names], {
      cwd: '/',
      stdio: 'ignore'
    })
    while (!program.ended()) await wait(10)
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    rmSync(join(workspace, '..', 'swapping'), { recursive: true, force: true })
  }

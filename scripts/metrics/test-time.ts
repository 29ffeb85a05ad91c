import { spawnSync } from 'node:child_process'
import { root } from './sources.ts'

export type Spent = { readonly cpuSeconds: number; readonly wallSeconds: number }

/** Runs a command with all its children to the end. @throws Error where it fails: the figures of a red run mean nothing. */
export function spentBy(command: readonly string[]): Spent {
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="spent %U %S %R"; time "$@" >/dev/null 2>&1', 'bash', ...command],
    { cwd: root, encoding: 'utf8' }
  )
  const [, user, system, wall] = /spent (\S+) (\S+) (\S+)/.exec(stderr) ?? []
  if (status !== 0 || user === undefined)
    throw new Error(`${command.join(' ')} failed with ${String(status)}: run it to see why.`)
  return { cpuSeconds: Number(user) + Number(system), wallSeconds: Number(wall) }
}

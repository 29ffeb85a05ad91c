import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { findProgram } from './find-program.ts'

/**
 * Keeps the list of our running groups, a line for each change, and kills what is left on it when the pipe closes: when
 * we are gone, even by SIGKILL, which nobody can notice. The kernel's own way (PR_SET_PDEATHSIG) reaches a program, but
 * not what that program started.
 */
const script = `trap '' HUP INT TERM
running=' '
while read -r change leader; do
  case $change in
    add) running="$running$leader " ;;
    remove) running="\${running%% $leader *} \${running#* $leader }" ;;
  esac
done
for leader in $running; do kill -s KILL -- "-$leader"; done`

/** Started with the first program and lives as long as we do. */
let pipe: Socket | null = null

const start = (): Socket | null => {
  const shell = findProgram('sh', process.env)
  if (shell === null) return null
  const child = spawn(shell, ['-c', script], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    // Whoever kills our group must not kill this as well.
    detached: true
  })
  child.on('error', ignored)
  child.unref()
  const { stdin } = child
  if (!(stdin instanceof Socket)) return null
  stdin.on('error', ignored)
  // It must not keep us from ending.
  stdin.unref()
  return stdin
}

/** A guard that cannot be started or was killed: what is left is the kernel's way. */
const ignored = (): void => undefined

const tell = (change: 'add' | 'remove', leader: number): void => {
  pipe?.write(`${change} ${leader}\n`)
}

export const guard = {
  /** Before a program is started, so that no time passes in which it is on no list. */
  start: (): void => {
    pipe ??= start()
  },
  add: (leader: number): void => {
    tell('add', leader)
  },
  remove: (leader: number): void => {
    tell('remove', leader)
  }
}

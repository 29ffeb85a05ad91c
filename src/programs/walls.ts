import { readdirSync, readFileSync, statSync } from 'node:fs'
import { memoize } from '../base/memoize.ts'
import type { Command, Environment, Execution } from './execution.ts'
import { findProgram } from './find-program.ts'
import { ownGroup } from './groups.ts'
import { runCommand } from './run-command.ts'

/**
 * What stands between a program and the machine. Each is a program of util-linux that starts the next one;
 * null where it is missing, or the kernel does not let it work.
 */
export type Walls = {
  /** Absolute path of `prlimit`, and the number of processes at which this user's next one is refused. */
  readonly prlimit: { readonly program: string; readonly processes: number } | null
  /** Absolute path of `setpriv`, which asks the kernel to end the program when we die. */
  readonly setpriv: string | null
  /** Absolute path of `unshare`: no network, and no process but its own in sight. */
  readonly unshare: string | null
}

const noWalls: Walls = { prlimit: null, setpriv: null, unshare: null }

const deathWithUs: readonly string[] = ['--pdeathsig', 'KILL', '--']

/** Without `--kill-child` the program would outlive its `unshare`, and us. */
const ownProcesses: readonly string[] = [
  '--user',
  '--map-root-user',
  '--pid',
  '--fork',
  '--kill-child=KILL',
  '--mount-proc'
]

/** The command that starts a program behind all walls there are, the outermost first. */
export const behindWalls = (walls: Walls, execution: Execution): Command =>
  [limited(walls, execution), alone(walls, execution), dyingWithUs(walls)].reduce<Command>(
    (inner, wall) => (wall === null ? inner : inside(wall, inner)),
    {
      program: execution.program,
      parameters: execution.parameters
    }
  )

const inside = (wall: Command, { program, parameters }: Command): Command => ({
  program: wall.program,
  parameters: [...wall.parameters, program, ...parameters]
})

/** Of one file; a clone of a remote base is the largest that is written. */
const largestFile = 1024 * 1024 * 1024

const limited = (
  { prlimit }: Walls,
  { memoryBytes, processorSeconds }: Execution
): Command | null =>
  prlimit === null
    ? null
    : {
        program: prlimit.program,
        parameters: [
          `--data=${memoryBytes}`,
          // Go ignores the soft limit's SIGXCPU (runtime/sigtab_linux_generic.go); at the hard one the kernel kills.
          `--cpu=${processorSeconds}`,
          `--nproc=${prlimit.processes}`,
          `--fsize=${largestFile}`,
          '--core=0',
          '--'
        ]
      }

const alone = ({ unshare }: Walls, { network }: Execution): Command | null =>
  unshare === null
    ? null
    : { program: unshare, parameters: [...ownProcesses, ...(network ? [] : ['--net']), '--'] }

const dyingWithUs = ({ setpriv }: Walls): Command | null =>
  setpriv === null ? null : { program: setpriv, parameters: deathWithUs }

/** What does not hold on this machine, in words; empty where all walls stand. */
export const missingWalls = async (environment: Environment): Promise<readonly string[]> => {
  const { prlimit, setpriv, unshare } = await findWalls(environment)
  const missing: readonly (readonly [boolean, string])[] = [
    [!ownGroup.isPossible, 'what they start may outlive them, for there are no process groups'],
    [
      prlimit === null,
      'nothing limits their memory, processor time and number of processes (prlimit)'
    ],
    [
      prlimit !== null && isRoot(),
      'nothing limits the number of their processes (root has no limit)'
    ],
    [setpriv === null, 'the kernel does not end them with us (setpriv)'],
    [unshare === null, 'they see our network and our processes (unshare)']
  ]
  return missing.flatMap(([isMissing, words]) => (isMissing ? [words] : []))
}

const isRoot = (): boolean => process.getuid?.() === 0

/** Looked for once with each PATH: two programs that end at once, side by side. */
export const findWalls = (environment: Environment): Promise<Walls> =>
  process.platform === 'linux' ? wallsOnPath(environment['PATH'] ?? '') : Promise.resolve(noWalls)

const wallsOnPath = memoize(async (PATH: string): Promise<Walls> => {
  const prlimit = findProgram('prlimit', { PATH })
  const [setpriv, unshare] = await Promise.all([
    workingWall('setpriv', deathWithUs, PATH),
    workingWall('unshare', [...ownProcesses, '--net', '--'], PATH)
  ])
  return {
    prlimit: prlimit === null ? null : { program: prlimit, processes: mostProcesses() },
    setpriv,
    unshare
  }
})

/** Other makes (busybox) lack an option, and GitHub's Ubuntu refuses namespaces (actions/runner-images#10443): only a try tells. */
const workingWall = async (
  name: string,
  parameters: readonly string[],
  PATH: string
): Promise<string | null> => {
  const [wall, nothing] = [findProgram(name, { PATH }), findProgram('true', { PATH })]
  if (wall === null || nothing === null) return null
  const { kind } = await runCommand(
    { program: wall, parameters: [...parameters, nothing] },
    { directory: '/', environment: {}, milliseconds: 5_000, outputBytes: 64 * 1024 }
  )
  return kind === 'success' ? wall : null
}

/** Threads count as well, and a renderer written in Go has some dozens. */
const processesForPrograms = 1_000

/** The kernel counts all that a user runs (setrlimit(2), RLIMIT_NPROC), so what runs already is added. */
const mostProcesses = (): number => processesForPrograms + tasksOfThisUser()

const tasksOfThisUser = (): number =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .reduce((sum, process) => sum + ownTasks(`/proc/${process}`), 0)

/** 0 for a process of somebody else, and for one that is gone meanwhile. */
const ownTasks = (process_: string): number => {
  try {
    if (statSync(process_).uid !== process.getuid?.()) return 0
    return Number(/^Threads:\s*(\d+)$/m.exec(readFileSync(`${process_}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What a program and all that it started have taken so far. */
export type Usage = {
  readonly cpuSeconds: number
  /** The most that they held at one moment, or one of them at any. */
  readonly memoryBytes: number
}

export type ProcessWatch = {
  /** Process ids of all that the program started and that still run. */
  readonly descendants: () => readonly number[]
  readonly stop: () => Usage
}

/** clock ticks; USER_HZ is 100 on every Linux that Node runs on (man 5 proc_pid_stat). */
const ticksEachSecond = 100
const millisecondsBetweenLooks = 40
/** Far beyond every bound: what takes more is ended before the machine suffers. */
const mostMemoryKilobytes = 3 * 1024 * 1024

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It has ended.
    return ''
  }
}

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const childrenOf = (pid: number): readonly number[] =>
  namesIn(`/proc/${pid}/task`).flatMap(thread =>
    textOf(`/proc/${pid}/task/${thread}/children`)
      .split(' ')
      .filter(child => child !== '')
      .map(Number)
  )

export const descendantsOf = (pid: number): readonly number[] =>
  childrenOf(pid).flatMap(child => [child, ...descendantsOf(child)])

/** utime, stime, cutime, cstime: fields 14 to 17; the name before them may hold blanks and brackets. */
function ticksOf(pid: number): { readonly own: number; readonly ended: number } {
  const stat = textOf(`/proc/${pid}/stat`)
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
  return { own: user + system, ended: endedUser + endedSystem }
}

const kilobytes = (status: string, key: string): number =>
  Number(new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0)

/** It may have ended by itself. */
export const end = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    return
  }
}

/** Looks at the program and its descendants every now and then; what takes much is seen. */
export function watchProcess(pid: number): ProcessWatch {
  const ticks = new Map<number, number>()
  let ended = 0
  let memory = 0
  const look = () => {
    const all = [pid, ...descendantsOf(pid)]
    const statuses = all.map(each => textOf(`/proc/${each}/status`))
    const held = statuses.reduce((sum, status) => sum + kilobytes(status, 'VmRSS'), 0)
    const most = statuses.map(status => kilobytes(status, 'VmHWM'))
    memory = Math.max(memory, held, ...most)
    for (const each of all) ticks.set(each, Math.max(ticks.get(each) ?? 0, ticksOf(each).own))
    ended = Math.max(ended, ticksOf(pid).ended)
    if (held > mostMemoryKilobytes) for (const each of all) end(each)
  }
  look()
  const timer = setInterval(look, millisecondsBetweenLooks)
  return {
    descendants: () => descendantsOf(pid),
    stop: () => {
      look()
      clearInterval(timer)
      const own = ticks.get(pid) ?? 0
      const seen = [...ticks.values()].reduce((sum, each) => sum + each, 0)
      return {
        cpuSeconds: Math.max(seen, own + ended) / ticksEachSecond,
        memoryBytes: memory * 1024
      }
    }
  }
}

/** Processes that have anything to do with a folder: it is where they stand, or in their words. */
export const processesOf = (
  folder: string
): readonly { readonly pid: number; readonly words: string }[] =>
  namesIn('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .map(pid => ({ pid, words: textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() }))
    .filter(({ pid, words }) => words.includes(folder) || standsIn(pid).includes(folder))

const standsIn = (pid: number): string => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

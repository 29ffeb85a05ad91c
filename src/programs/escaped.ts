import { readdirSync, readFileSync } from 'node:fs'

/** More would be a race with somebody who forks faster than we look; the walls bound how many there are. */
const mostRounds = 5

/**
 * Ends what left its process group (setsid(2)), so that it was killed with no group: whatever was started with a folder of a
 * run in its environment, as each program is whose home lies in it. Only Linux tells (proc(5), /proc/PID/environ).
 */
export const endProcessesOf = (folder: string): void => {
  if (process.platform !== 'linux') return
  for (let round = 0; round < mostRounds; round += 1)
    if (processesOf(folder).filter(kill).length === 0) return
}

const processesOf = (folder: string): readonly number[] =>
  processIds().filter(pid => environmentOf(pid).includes(`=${folder}/`))

const processIds = (): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter(pid => Number.isInteger(pid) && pid !== process.pid)

/** Empty for a process of somebody else, and for one that is gone meanwhile. */
const environmentOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return ''
  }
}

/** Whether there was one. */
const kill = (pid: number): boolean => {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

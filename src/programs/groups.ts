import type { ChildProcess } from 'node:child_process'
import { beforeEnding } from './endings.ts'
import { guard } from './guard.ts'

/** A program and all that it started, for as long as they stay together. */
export type Group = {
  readonly kill: () => void
  /** Kills what is left, and forgets the group: its number may be given to another. */
  readonly end: () => void
}

/** Windows knows no process groups: there, a program alone is killed. */
const isPossible = process.platform !== 'win32'

const running = new Set<number>()
let isWatched = false

const kill = (leader: number): void => {
  try {
    process.kill(isPossible ? -leader : leader, 'SIGKILL')
  } catch {
    // Nobody of it is left.
  }
}

const killAll = (): void => {
  for (const leader of running) kill(leader)
}

const watch = (): void => {
  if (!isWatched) beforeEnding('kill', killAll)
  isWatched = true
}

/** Before a program is started, which may be the last thing that we do. */
const expect = (): void => {
  if (isPossible) guard.start()
  watch()
}

const groupOf = ({ pid }: Pick<ChildProcess, 'pid'>): Group => {
  // It was never started.
  if (pid === undefined) return { kill: () => undefined, end: () => undefined }
  running.add(pid)
  if (isPossible) guard.add(pid)
  return {
    kill: () => {
      kill(pid)
    },
    end: () => {
      if (!running.delete(pid)) return
      kill(pid)
      if (isPossible) guard.remove(pid)
    }
  }
}

/** Process groups of which a program that we start is the leader. */
export const ownGroup = { isPossible, expect, of: groupOf }

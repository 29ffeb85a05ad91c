import { existsSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Bytes of a file that a process adds to for as long as it lives. */
export const sizeOf = (ticks: string): number => (existsSync(ticks) ? statSync(ticks).size : 0)

/** Not at once: on a busy machine the kernel takes its time with those who are to die. */
export const fallsSilent = async (ticks: string): Promise<boolean> => {
  for (let tries = 0; tries < 20; tries += 1) {
    const before = sizeOf(ticks)
    await pause(500)
    if (sizeOf(ticks) === before) return true
  }
  return false
}

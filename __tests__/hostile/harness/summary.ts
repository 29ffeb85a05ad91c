import type { Outcome } from './run-case.ts'
import type { Walls } from './search-path.ts'

export type Measured = Pick<Outcome, 'usage' | 'seconds'> & {
  readonly title: string
  readonly walls: Walls
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

const most = (runs: readonly Measured[], by: (run: Measured) => number): Measured | undefined =>
  [...runs].sort((one, other) => by(other) - by(one))[0]

/** One paragraph about all attacks: how many, and which took the most. */
export function summaryOf(runs: readonly Measured[], hasWall: boolean): string {
  const behindWall = runs.filter(({ walls }) => walls === 'with unshare').length
  const slowest = most(runs, ({ usage }) => usage.cpuSeconds)
  const largest = most(runs, ({ usage }) => usage.memoryBytes)
  if (slowest === undefined || largest === undefined) return ''
  return [
    `hostile: ${runs.length - behindWall} runs without unshare, ${hasWall ? behindWall : 'none (the kernel does not allow it)'} with it`,
    `most CPU: ${slowest.usage.cpuSeconds.toFixed(1)} s (${slowest.title})`,
    `most memory: ${megabytes(largest.usage.memoryBytes)} MB (${largest.title})`,
    ''
  ].join('\n')
}

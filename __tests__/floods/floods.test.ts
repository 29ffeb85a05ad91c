import { describe, expect, test } from '@jest/globals'
import { bounds } from '../hostile/harness/breaches.ts'
import { floods } from './floods.ts'
import { takingTurns } from '../hostile/harness/taking-turns.ts'
import { measuredRun } from './measured-run.ts'

const inTurn = takingTurns(2)

const rows = floods
  .filter(({ heavy }) => heavy !== true)
  .map(flood => [flood.title, flood] as const)

// What a process took is read from /proc.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip

describeOnLinux('ten million bytes end in bounded time and memory', () => {
  test.concurrent.each(rows)(
    '%s',
    async (_title, { files }) => {
      const { code, usage, stderr } = await inTurn(() => measuredRun(files()))
      expect([0, 1, 4]).toContain(code)
      expect(stderr).not.toContain('internal error')
      expect(usage.cpuSeconds).toBeLessThanOrEqual(bounds.cpuSeconds)
      expect(usage.memoryBytes).toBeLessThanOrEqual(bounds.memoryBytes)
    },
    600_000
  )
})

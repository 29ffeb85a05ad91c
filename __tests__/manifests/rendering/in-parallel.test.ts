import { describe, expect, test } from '@jest/globals'
import { inParallel } from '../../../src/manifests/rendering/in-parallel.ts'

const ticks = async (count: number) => {
  for (let tick = 0; tick < count; tick += 1) await Promise.resolve()
}

describe('inParallel', () => {
  test('answers keep the order of the items, whichever ends first', async () => {
    const answers = await inParallel([30, 1, 10], 3, async (count, index) => {
      await ticks(count)
      return `${index}: ${count}`
    })
    expect(answers).toEqual(['0: 30', '1: 1', '2: 10'])
  })

  test('no more than the limit run at once', async () => {
    let running = 0
    let most = 0
    await inParallel([1, 2, 3, 4, 5, 6], 2, async count => {
      running += 1
      most = Math.max(most, running)
      await ticks(count)
      running -= 1
    })
    expect(most).toBe(2)
  })

  test('no items, no answers', async () => {
    expect(await inParallel([], 4, () => Promise.resolve(1))).toEqual([])
  })
})

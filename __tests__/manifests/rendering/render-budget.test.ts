import { describe, expect, test } from '@jest/globals'
import { RenderBudget, type Share } from '../../../src/manifests/rendering/render-budget.ts'

const small: ReadonlyMap<string, number> = new Map([['/chart/Chart.yaml', 100]])
const megabytes = (path: string, count: number) => new Map([[path, count * 1024 * 1024]])

/** Renders whose processor time the test decides. */
function renders() {
  let taken = 1_000
  const budget = new RenderBudget(() => taken)
  return {
    budget,
    run: async (seconds: number, sizes = small, text = ''): Promise<number | null> => {
      const share = await budget.share(sizes)
      if (share === null) return null
      taken += Math.min(seconds, share.processorSeconds)
      budget.giveBack({ share, text, seconds, wasStopped: false })
      return share.processorSeconds
    }
  }
}

const untilNothingIsLeft = async (next: () => Promise<number | null>): Promise<number> => {
  for (let count = 0; count < 5_000; count++) if ((await next()) === null) return count
  return Infinity
}

describe('the processor time of all renders of a run', () => {
  test('a thousand ordinary kustomizations do not use it up', async () => {
    const { run } = renders()
    expect(await untilNothingIsLeft(() => run(0.025))).toBeGreaterThan(1_000)
  })

  test('any number of renders does', async () => {
    const { run } = renders()
    expect(await untilNothingIsLeft(() => run(0.15))).toBeLessThan(200)
  })

  test('renders that loop use it up after a few', async () => {
    const { run } = renders()
    expect(await untilNothingIsLeft(() => run(Infinity))).toBe(2)
  })

  test('so do renders that end just before their bound', async () => {
    const { run } = renders()
    expect(await untilNothingIsLeft(() => run(0.9))).toBeLessThan(10)
  })

  test('a large chart may take longer than a small one', async () => {
    const { run } = renders()
    expect(await run(0.1)).toBe(2)
    expect(await run(0.1, megabytes('/large', 2))).toBe(4)
  })

  test('a base that many build counts once', async () => {
    const { run } = renders()
    const base = megabytes('/base', 5)
    expect(await untilNothingIsLeft(() => run(1, base))).toBeLessThan(10)
  })

  test('a render waits while those that run may still give back what it needs', async () => {
    let taken = 0
    const budget = new RenderBudget(() => taken)
    const first = await budget.share(megabytes('/a', 1))
    let second: Share | null | undefined
    const waiting = budget.share(small).then(share => (second = share))
    await Promise.resolve()
    expect(second).toBeUndefined()
    taken = 0.1
    if (first !== null) budget.giveBack({ share: first, text: '', seconds: 1, wasStopped: false })
    await waiting
    expect(second).toEqual({ processorSeconds: 2 })
  })

  test('a render that we stopped has taken all of its share', async () => {
    const budget = new RenderBudget(() => 0)
    const stopped = async () => {
      const share = await budget.share(small)
      if (share !== null) budget.giveBack({ share, text: '', seconds: 60, wasStopped: true })
      return share === null ? null : share.processorSeconds
    }
    expect(await untilNothingIsLeft(stopped)).toBe(2)
  })

  test('where the system does not tell the time, the clock counts', async () => {
    const budget = new RenderBudget(() => null)
    const slow = async () => {
      const share = await budget.share(small)
      if (share !== null) budget.giveBack({ share, text: '', seconds: 1, wasStopped: false })
      return share === null ? null : share.processorSeconds
    }
    expect(await untilNothingIsLeft(slow)).toBeLessThan(10)
  })

  test('output without end uses it up too', async () => {
    const { run } = renders()
    const text = 'x'.repeat(20_000_000)
    expect(await untilNothingIsLeft(() => run(0.1, small, text))).toBe(3)
  })
})

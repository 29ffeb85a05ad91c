import { limits } from '../limits.ts'

/** What a render may take of the processor, in seconds; it is given back when the render is over. */
export type Share = { readonly processorSeconds: number }

/** How a render ended: programs that we end leave their time to nobody, so that all of their share counts. */
export type Ended = {
  readonly share: Share
  readonly text: string
  /** By the clock. */
  readonly seconds: number
  readonly wasStopped: boolean
}

const { pool, render, megabyte, all } = limits.renderShares

const megabytesOf = (sizes: Iterable<number>): number => {
  let bytes = 0
  for (const size of sizes) bytes += size
  return bytes / 1024 / 1024
}

/**
 * The processor time, and the output, of all renders of one run. Each render adds what an ordinary one of its size takes; what they take
 * beyond that comes from one pool, so that many that loop take no more than a few. Where the pool does not give all that a
 * render may need, it waits for those that run.
 */
export class RenderBudget {
  #allowed: number = pool
  #reserved = 0
  #stopped = 0
  /** By the clock, where the system does not tell the processor time. */
  #elapsed = 0
  #characters = 0
  readonly #counted = new Set<string>()
  #waiting: (() => void)[] = []
  readonly #taken: () => number | null
  readonly #takenBefore: number

  /** @param taken processor seconds of all programs that have ended, or null where nobody knows */
  constructor(taken: () => number | null) {
    this.#taken = taken
    this.#takenBefore = taken() ?? 0
  }

  /** The share of one render of files with these sizes, by path; null: nothing is left. */
  async share(sizes: ReadonlyMap<string, number>): Promise<Share | null> {
    const own = render + megabyte * megabytesOf(this.#newOf(sizes))
    const wanted = Math.min(
      limits.renderProcessorSeconds,
      limits.smallRenderSeconds + Math.floor(megabytesOf(sizes.values()))
    )
    while (this.#left(own) < wanted && this.#reserved > 0)
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    const processorSeconds = Math.min(wanted, Math.floor(this.#left(own)))
    if (processorSeconds < 1 || this.#characters > limits.allOutputBytes) return null
    this.#allowed += own
    this.#reserved += processorSeconds
    return { processorSeconds }
  }

  giveBack({ share: { processorSeconds }, text, seconds, wasStopped }: Ended): void {
    this.#characters += text.length
    this.#reserved -= processorSeconds
    this.#elapsed += Math.min(seconds, processorSeconds)
    if (wasStopped) this.#stopped += processorSeconds
    const waiting = this.#waiting
    this.#waiting = []
    for (const goOn of waiting) goOn()
  }

  /** A base that many kustomizations build counts once. */
  *#newOf(sizes: ReadonlyMap<string, number>): Generator<number> {
    for (const [path, size] of sizes) {
      if (this.#counted.has(path)) continue
      this.#counted.add(path)
      yield size
    }
  }

  /** With what one more render adds. */
  #left(own: number): number {
    const taken = this.#taken()
    const spent = taken === null ? this.#elapsed : taken - this.#takenBefore + this.#stopped
    return Math.min(this.#allowed + own, all) - spent - this.#reserved
  }
}

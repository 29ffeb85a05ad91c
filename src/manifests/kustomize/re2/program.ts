import { NotFollowed, SyntaxReader, type Node } from './syntax.ts'

/** One step; numbers are those of other steps. */
type Step =
  | {
      readonly kind: 'character'
      readonly fits: (character: string) => boolean
      readonly to: number
    }
  | { readonly kind: 'start' | 'end'; readonly to: number }
  | { readonly kind: 'split'; readonly ways: readonly number[] }
  | { readonly kind: 'found' }

/** Time grows with the product of steps and characters: a pattern that counts to a million is not followed. */
const mostSteps = 3_000

/** Made from the end, so that each step knows the one behind it. */
class Assembler {
  readonly steps: Step[] = [{ kind: 'found' }]

  add(node: Node, to: number): number {
    switch (node.kind) {
      case 'character':
        return this.push({ kind: 'character', fits: node.fits, to })
      case 'start':
      case 'end':
        return this.push({ kind: node.kind, to })
      case 'sequence':
        return node.parts.reduceRight((next, part) => this.add(part, next), to)
      case 'either':
        return this.push({ kind: 'split', ways: node.parts.map(part => this.add(part, to)) })
      case 'repeat':
        return this.repeated(node, to)
    }
  }

  private repeated(
    { part, least, most }: Extract<Node, { readonly kind: 'repeat' }>,
    to: number
  ): number {
    let first = most === null ? this.loop(part, to) : to
    for (let count = least; most !== null && count < most; count += 1)
      first = this.push({ kind: 'split', ways: [this.add(part, first), to] })
    for (let count = 0; count < least; count += 1) first = this.add(part, first)
    return first
  }

  private loop(part: Node, to: number): number {
    const ways: number[] = [to]
    const split = this.push({ kind: 'split', ways })
    ways.push(this.add(part, split))
    return split
  }

  private push(step: Step): number {
    if (this.steps.length >= mostSteps) throw new NotFollowed('it has too many steps')
    this.steps.push(step)
    return this.steps.length - 1
  }
}

/** Longer expressions and texts are not those of images. */
const longest = 1_500

/** All steps that can be reached without another character. */
function reached(
  steps: readonly Step[],
  from: Iterable<number>,
  place: { readonly isStart: boolean; readonly isEnd: boolean }
): ReadonlySet<number> {
  const all = new Set(from)
  for (const at of all) {
    const step = steps[at]
    if (step?.kind === 'split') for (const way of step.ways) all.add(way)
    else if ((step?.kind === 'start' && place.isStart) || (step?.kind === 'end' && place.isEnd))
      all.add(step.to)
  }
  return all
}

/**
 * Whether Go finds the expression anywhere in a text (regexp.MatchString); null: it is not followed here. All ways are gone at once, so
 * that the time does not depend on who wrote it.
 */
export function goMatches(expression: string, text: string): boolean | null {
  if (expression.length > longest || text.length > longest) return null
  const assembler = new Assembler()
  const start = startOf(expression, assembler)
  if (start === null) return null
  const { steps } = assembler
  let places: ReadonlySet<number> = new Set()
  for (let at = 0; at <= text.length; at += 1) {
    const place = { isStart: at === 0, isEnd: at === text.length }
    places = reached(steps, [...places, start], place)
    if (places.has(0)) return true
    places = after(steps, places, text.charAt(at))
  }
  return false
}

function startOf(expression: string, assembler: Assembler): number | null {
  try {
    return assembler.add(new SyntaxReader(expression).read(), 0)
  } catch (error) {
    if (error instanceof NotFollowed) return null
    throw error
  }
}

function after(
  steps: readonly Step[],
  places: ReadonlySet<number>,
  character: string
): ReadonlySet<number> {
  const next = new Set<number>()
  for (const at of places) {
    const step = steps[at]
    if (step?.kind === 'character' && character !== '' && step.fits(character)) next.add(step.to)
  }
  return next
}

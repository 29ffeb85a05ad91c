import { memoizeForObjects } from './memoize.ts'

/**
 * A number for each object, the same for objects that say the same. Objects inside are numbered first, so that a long list
 * that many share is looked at once.
 */
export function sameness(): (object: object) => number {
  const numbers = new Map<string, number>()
  const numberOf = memoizeForObjects((object: object): number => {
    const text = JSON.stringify(
      Object.entries(object).map(([key, value]: [string, unknown]) =>
        typeof value === 'object' && value !== null ? [key, numberOf(value)] : [key, 0, value]
      )
    )
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known
  })
  return numberOf
}

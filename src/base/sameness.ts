import { memoizeForObjects } from './memoize.ts'

/** A number for each object, the same for objects that say the same; a long object that many share is looked at once. */
export function sameness(): (object: object) => number {
  const numbers = new Map<string, number>()
  return memoizeForObjects(object => {
    const text = JSON.stringify(object)
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known
  })
}

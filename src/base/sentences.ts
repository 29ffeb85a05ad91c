/** Begins a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `1 image`, `2 images`, `2 registries`. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`

/** Such as `a, b and c`. */
export const listText = (items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`

/** At most so many sentences: the first ones, how many are left, and the last, which tells what comes of them. */
export function firstAndLast(sentences: readonly string[], most: number): readonly string[] {
  const left = sentences.length - most
  return left <= 0
    ? sentences
    : [...sentences.slice(0, most - 2), `And ${left + 1} more.`, ...sentences.slice(-1)]
}

/** The first `most` texts, then how many are left: `a, b and 3 more`. */
export function listStart(texts: readonly string[], most: number): string {
  const left = texts.length - most
  return left > 0 ? `${texts.slice(0, most).join(', ')} and ${left} more` : texts.join(', ')
}

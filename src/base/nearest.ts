import { distance } from 'fastest-levenshtein'

/** No name of ours is longer, and the time grows with both lengths. */
const longest = 60

/** The known word that was probably meant: at most a third of its letters differ. null: none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > longest) return null
  const [best] = known
    .map(name => ({ name, away: distance(word.toLowerCase(), name) }))
    .toSorted((a, b) => a.away - b.away)
  return best !== undefined && best.away <= Math.ceil(best.name.length / 3) ? best.name : null
}

/** ` (did you mean X?)` for a message, or nothing. */
export function meant(word: string, known: readonly string[]): string {
  const name = nearest(word, known)
  return name === null ? '' : ` (did you mean ${name}?)`
}

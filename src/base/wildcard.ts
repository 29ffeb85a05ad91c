/**
 * Whether a pattern matches a whole text, case-sensitive: `*` stands for any characters, and so does `single` for one where
 * the pattern has such a sign. Only the last `*` is gone back to, so that a hostile pattern takes no more than its length
 * times the text's.
 */
export function wildcardMatches(pattern: string, text: string, single: '?' | null): boolean {
  let at = 0
  let position = 0
  let star: { readonly at: number; position: number } | null = null
  while (position < text.length) {
    const sign = pattern[at]
    if (sign === '*') {
      at++
      star = { at, position }
    } else if (sign !== undefined && (sign === single || sign === text[position])) {
      at++
      position++
    } else if (star === null) return false
    else {
      star.position++
      position = star.position
      at = star.at
    }
  }
  return /^\**$/.test(pattern.slice(at))
}

/**
 * Go's filepath.Match on one label of a host, case-sensitive. Only `*` is left of its patterns: in a URL, `?` ends
 * the host, and brackets stand for an address. Only the last `*` is gone back to, so that a hostile pattern takes
 * no more than its length times the text's.
 */
export const globMatches = (pattern: string, text: string): boolean => {
  let at = 0
  let position = 0
  let star: { readonly at: number; position: number } | null = null
  while (position < text.length) {
    if (pattern[at] === '*') {
      at++
      star = { at, position }
    } else if (pattern[at] === text[position]) {
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

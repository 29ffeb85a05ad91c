type ClassMatch = { readonly matches: boolean; readonly end: number }

const noClass: ClassMatch = { matches: false, end: -1 }

/** One `[a-z]` or `[^a-z]` that begins at `start`; `end` is behind the bracket, -1 where it is malformed. */
const matchClass = (pattern: string, start: number, character: string): ClassMatch => {
  const close = pattern.indexOf(']', start + 2)
  if (close < 0) return noClass
  const negated = pattern[start + 1] === '^'
  const body = pattern.slice(start + (negated ? 2 : 1), close)
  let matches = false
  for (let at = 0; at < body.length; at++) {
    const low = body.charAt(at)
    const high = body[at + 1] === '-' ? body.charAt(at + 2) : low
    if (high !== low) at += 2
    if (low <= character && character <= high) matches = true
  }
  return { matches: matches !== negated, end: close + 1 }
}

/** Where the pattern goes on after matching one character, or -1. */
const step = (pattern: string, at: number, character: string): number => {
  const expected = pattern[at]
  if (expected === '[') {
    const { matches, end } = matchClass(pattern, at, character)
    return matches ? end : -1
  }
  return expected === '?' || expected === character ? at + 1 : -1
}

/**
 * Go's filepath.Match on one label of a host: `*`, `?` and `[a-z]`, case-sensitive.
 * Only the last `*` is gone back to, so that hostile patterns take no more than pattern times text.
 */
export const globMatches = (pattern: string, text: string): boolean => {
  let at = 0
  let retry: { readonly pattern: number; text: number } | null = null
  for (let position = 0; position < text.length;) {
    if (pattern[at] === '*') {
      at++
      retry = { pattern: at, text: position }
      continue
    }
    const next = step(pattern, at, text.charAt(position))
    if (next >= 0) {
      at = next
      position++
    } else if (retry === null) return false
    else {
      retry.text++
      position = retry.text
      at = retry.pattern
    }
  }
  return /^\**$/.test(pattern.slice(at))
}

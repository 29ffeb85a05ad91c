/** What follows the name in `${NAME...}`. */
export type Expansion = { readonly name: string; readonly operation: string }

const expansionPattern = /^([A-Za-z_][A-Za-z0-9_]*)(.*)$/s

/** null where the braces hold no name, as in `${{ }}` and `${#NAME}`. */
export const expansionIn = (content: string): Expansion | null => {
  const [, name, operation] = expansionPattern.exec(content) ?? []
  return name === undefined || operation === undefined ? null : { name, operation }
}

const lengthCutAt = (text: string, start: number, length: number | null): string => {
  const from = start < 0 ? Math.max(text.length + start, 0) : start
  return length === null ? text.slice(from) : text.slice(from, from + length)
}

/** What an operation of Flux's envsubst makes of a value, by its groups; null where we do not imitate it. */
type Operation = {
  readonly pattern: RegExp
  readonly apply: (value: string, first: string, second: string) => string | null
}

/** No value that becomes a part of an image is longer. */
const longestCut = 2048

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

/**
 * At which lengths the beginning of a text matches a pattern. `*` stands for any characters, also `/` (path/match.go, a changed copy of
 * Go's path.Match; eval_test.go). null: sets, escapes and other than ASCII, which go by bytes there.
 */
function matchingLengths(pattern: string, text: string): readonly number[] | null {
  if (/[[\]\\]/.test(pattern) || !isAscii(pattern) || !isAscii(text)) return null
  if (text.length > longestCut || pattern.length > longestCut) return null
  let reached = new Set([0])
  for (const mark of pattern.replace(/\*+/g, '*')) {
    const from = [...reached]
    if (mark === '*') {
      const start = Math.min(...from)
      reached = new Set(Array.from({ length: text.length - start + 1 }, (_, at) => start + at))
    } else
      reached = new Set(
        from
          .filter(at => at < text.length && (mark === '?' || text.charAt(at) === mark))
          .map(at => at + 1)
      )
    if (reached.size === 0) return []
  }
  return [...reached].filter(length => length > 0)
}

/** funcs.go, trimShortest and trimLongest: without the shortest or the longest beginning that matches, which is never empty. */
const withoutBeginning =
  (choose: (...lengths: number[]) => number) =>
  (text: string, pattern: string): string | null => {
    const lengths = matchingLengths(pattern, text)
    if (lengths === null) return null
    return lengths.length === 0 ? text : text.slice(choose(...lengths))
  }

const reversed = (text: string): string => Array.from(text).reverse().join('')

const withoutEnd =
  (choose: (...lengths: number[]) => number) =>
  (text: string, pattern: string): string | null => {
    const rest = withoutBeginning(choose)(reversed(text), reversed(pattern))
    return rest === null ? null : reversed(rest)
  }

/** github.com/fluxcd/pkg, envsubst: parse/parse.go reads the operators, funcs.go and template.go say what they do. */
const operations: readonly Operation[] = [
  { pattern: /^$/, apply: value => value },
  {
    // `:?` and `:+` too: lookupFunc in template.go gives toDefault for each of them.
    pattern: /^(?::?=|:[-?+])(.*)$/s,
    apply: (value, fallback) => (value === '' ? fallback : value)
  },
  {
    pattern: /^:(-?\d+)(?::(\d+))?$/,
    apply: (value, start, length) =>
      lengthCutAt(value, Number(start), length === '' ? null : Number(length))
  },
  { pattern: /^##([^#].*)$/s, apply: withoutBeginning(Math.max) },
  { pattern: /^%%([^%].*)$/s, apply: withoutEnd(Math.max) },
  // Where stars alone follow, a shell takes nothing away, and Flux one character.
  { pattern: /^#(?!\**$)([^#].*)$/s, apply: withoutBeginning(Math.min) },
  { pattern: /^%(?!\**$)([^%].*)$/s, apply: withoutEnd(Math.min) },
  { pattern: /^,,$/, apply: value => value.toLowerCase() },
  { pattern: /^\^\^$/, apply: value => value.toUpperCase() },
  { pattern: /^,$/, apply: value => value.slice(0, 1).toLowerCase() + value.slice(1) },
  { pattern: /^\^$/, apply: value => value.slice(0, 1).toUpperCase() + value.slice(1) },
  {
    pattern: /^\/\/([^/\\]+)\/([^\\]*)$/,
    apply: (value, found, replacement) => value.replaceAll(found, () => replacement)
  },
  {
    pattern: /^\/#([^/\\]+)\/([^\\]*)$/,
    apply: (value, prefix, replacement) =>
      value.startsWith(prefix) ? replacement + value.slice(prefix.length) : value
  },
  {
    pattern: /^\/%([^/\\]+)\/([^\\]*)$/,
    apply: (value, suffix, replacement) =>
      value.endsWith(suffix) ? value.slice(0, -suffix.length) + replacement : value
  },
  {
    pattern: /^\/([^/\\]+)\/([^\\]*)$/,
    apply: (value, found, replacement) => value.replace(found, () => replacement)
  }
]

/** The default of `${NAME:=default}`, `${NAME:-default}` and `${NAME=default}`; null where there is none. */
export const defaultIn = (operation: string): string | null =>
  /^:?=(.*)$/s.exec(operation)?.[1] ?? /^:-(.*)$/s.exec(operation)?.[1] ?? null

/** What Flux writes for `${NAME...}` where NAME has the value; null where it fails, or we do not know the operation. */
export const expand = (value: string, operation: string): string | null => {
  for (const { pattern, apply } of operations) {
    const [matched, first = '', second = ''] = pattern.exec(operation) ?? []
    if (matched !== undefined) return apply(value, first, second)
  }
  return null
}

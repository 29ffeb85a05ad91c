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

/**
 * What an operation makes of a value, by its groups. Of Flux's envsubst: only `#` and `%` with a pattern are missing,
 * and whoever cuts an image so is left without an answer.
 */
type Operation = {
  readonly pattern: RegExp
  readonly apply: (value: string, first: string, second: string) => string
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

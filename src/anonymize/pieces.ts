import { knownBeginnings, knownEndings, knownInsides } from './vocabulary.ts'

/** Parts of names that something else compares with: `team-` of a condition that lets repositories `team-*` be pulled. */
export type Fragments = {
  readonly beginnings: ReadonlySet<string>
  readonly endings: ReadonlySet<string>
  readonly insides: ReadonlySet<string>
}

const word = String.raw`[\p{L}\p{N}_-]+`
/** Looking for a word within a word would take time that grows with its square. */
const wordStart = String.raw`(?<![\p{L}\p{N}_-])`
const beforeWildcard = new RegExp(String.raw`(\*?)${wordStart}(${word})[*?]`, 'gu')
const behindWildcard = new RegExp(String.raw`[*?](${word})(?![*?\p{L}\p{N}_-])`, 'gu')
const lastWord = new RegExp(`${wordStart}${word}$`, 'u')

const groupsOf = (pattern: RegExp, texts: readonly string[], group: number): readonly string[] =>
  texts.flatMap(text => Array.from(text.matchAll(pattern), match => match[group] ?? ''))

/**
 * Patterns hold wildcards; `prefixes` stand at the beginning of what they are compared with. Words that a wildcard or an end
 * cuts are the fragments.
 */
export function fragmentsOf(patterns: readonly string[], prefixes: readonly string[]): Fragments {
  const lower = patterns.map(text => text.toLowerCase())
  const cut = prefixes.map(text => lastWord.exec(text.toLowerCase())?.[0] ?? '')
  const middle = lower.flatMap(text =>
    Array.from(text.matchAll(beforeWildcard), ([, star = '', part = '']) =>
      star === '' ? '' : part
    )
  )
  const nonEmpty = (texts: readonly string[]): ReadonlySet<string> =>
    new Set(texts.filter(text => text !== ''))
  return {
    beginnings: nonEmpty([...knownBeginnings, ...groupsOf(beforeWildcard, lower, 2), ...cut]),
    endings: nonEmpty([...knownEndings, ...groupsOf(behindWildcard, lower, 1)]),
    insides: nonEmpty([...knownInsides, ...middle])
  }
}

function* cutsIn(token: string, { beginnings, endings, insides }: Fragments): Generator<number> {
  for (const part of beginnings) if (token.startsWith(part)) yield part.length
  for (const part of endings) if (token.endsWith(part)) yield token.length - part.length
  for (const part of insides)
    for (let at = token.indexOf(part); at >= 0; at = token.indexOf(part, at + 1)) {
      yield at
      yield at + part.length
    }
}

/**
 * A token in pieces, each of which is replaced by itself, so that what began or ended alike still does. Where two fragments
 * overlap in a token, one of them is cut as well and no longer known; whoever compares the verdicts sees it.
 */
export function piecesOf(token: string, fragments: Fragments): readonly string[] {
  const start = separatorsBefore(token)
  const end = separatorsBehind(token)
  if (start > 0 || end < token.length)
    return start >= end
      ? [token]
      : [token.slice(0, start), ...piecesOf(token.slice(start, end), fragments), token.slice(end)]
  const cuts = [...new Set([0, ...cutsIn(token.toLowerCase(), fragments), token.length])]
  if (cuts.length < 3) return [token]
  const sorted = cuts.toSorted((one, other) => one - other)
  return sorted
    .slice(1)
    .flatMap((cut, index) => piecesOf(token.slice(sorted[index], cut), fragments))
}

const isSeparator = (character: string): boolean => character === '-' || character === '_'

const separatorsBefore = (text: string): number => /^[-_]*/.exec(text)?.[0].length ?? 0

/** Where the separators begin with which a text ends; a pattern would look for them at each place. */
function separatorsBehind(text: string): number {
  let end = text.length
  while (end > 0 && isSeparator(text.charAt(end - 1))) end -= 1
  return end
}

/** One piece of a condition's text; `start` is its offset, for error messages. */
export type Token = { readonly start: number } & (
  | { readonly kind: 'symbol'; readonly text: Sign }
  | { readonly kind: 'string'; readonly text: string }
  /** Keyword, operator, number or bare GUID, as written. */
  | { readonly kind: 'word'; readonly text: string }
  /** `@Request[…]`: what stands before and inside the brackets. */
  | { readonly kind: 'attribute'; readonly source: string; readonly name: string }
)

type Sign = (typeof symbols)[number]

/** The text of a condition does not follow the grammar, or goes beyond our bounds. */
export class ConditionSyntaxError extends Error {}

const symbols = ['(', ')', '{', '}', ',', ':', '!', '&&', '||'] as const

/** All anchored at the position and without nested repetition: linear. */
const blank = /\s*/y
const word = /[A-Za-z0-9_.+-]+/y
const attribute = /@([A-Za-z]+)\s*\[([^\]]*)\]/y
/** `''` and `\'` stand for a quote. */
const quoted = /'((?:[^'\\]|\\[^]|'')*)'/y

const matchAt = (pattern: RegExp, text: string, position: number): RegExpExecArray | null => {
  pattern.lastIndex = position
  return pattern.exec(text)
}

const afterBlanks = (text: string, position: number): number =>
  position + (matchAt(blank, text, position)?.[0].length ?? 0)

/** A backslash before a wildcard stays, because the Like operators read it (Azure docs, "conditions format"). */
const unquoted = (text: string): string => text.replaceAll("''", "'").replaceAll("\\'", "'")

type Read = { readonly token: Token; readonly end: number }

function readSymbol(text: string, start: number): Read | null {
  const found = symbols.find(symbol => text.startsWith(symbol, start))
  return found === undefined
    ? null
    : { token: { kind: 'symbol', text: found, start }, end: start + found.length }
}

function readString(text: string, start: number): Read | null {
  const match = matchAt(quoted, text, start)
  return match === null
    ? null
    : {
        token: { kind: 'string', text: unquoted(match[1] ?? ''), start },
        end: start + match[0].length
      }
}

function readAttribute(text: string, start: number): Read | null {
  const match = matchAt(attribute, text, start)
  if (match === null) return null
  const [whole, source = '', name = ''] = match
  return {
    token: { kind: 'attribute', source: source.toLowerCase(), name: name.trim(), start },
    end: start + whole.length
  }
}

function readWord(text: string, start: number): Read | null {
  const match = matchAt(word, text, start)
  return match === null
    ? null
    : { token: { kind: 'word', text: match[0], start }, end: start + match[0].length }
}

/** Cuts a condition into tokens; throws ConditionSyntaxError at the first character that begins none. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (let position = afterBlanks(text, 0); position < text.length;) {
    const read =
      readSymbol(text, position) ??
      readString(text, position) ??
      readAttribute(text, position) ??
      readWord(text, position)
    if (read === null)
      throw new ConditionSyntaxError(`unexpected text at character ${position + 1}`)
    tokens.push(read.token)
    position = afterBlanks(text, read.end)
  }
  return tokens
}

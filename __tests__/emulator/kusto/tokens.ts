export type KustoToken = {
  readonly kind: 'word' | 'string' | 'operator' | 'punctuation' | 'number'
  readonly text: string
}

/** A query that the loopback cloud does not understand: it answers 400, so that nothing passes by accident. */
export class KustoError extends Error {}

const patterns: readonly (readonly [KustoToken['kind'] | 'space', RegExp])[] = [
  ['space', /\s+|\/\/[^\n]*/y],
  ['string', /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/y],
  ['operator', /=~|!~|==|!=|!in~|!in|in~/y],
  ['number', /\d+/y],
  ['word', /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/y],
  ['punctuation', /[|,()=]/y]
]

export function kustoTokens(text: string): readonly KustoToken[] {
  const tokens: KustoToken[] = []
  let position = 0
  while (position < text.length) {
    const [kind, match] = nextMatch(text, position)
    position += match[0].length
    if (kind !== 'space')
      tokens.push({ kind, text: kind === 'string' ? (match[1] ?? match[2] ?? '') : match[0] })
  }
  return tokens
}

function nextMatch(
  text: string,
  position: number
): readonly [KustoToken['kind'] | 'space', RegExpExecArray] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position
    const match = pattern.exec(text)
    if (match !== null) return [kind, match]
  }
  throw new KustoError(`cannot read the query at '${text.slice(position, position + 20)}'`)
}

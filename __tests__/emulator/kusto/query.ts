import { KustoError, kustoTokens, type KustoToken } from './tokens.ts'

/** A value of a row: a path into it, or a function of another value. */
export type KustoValue =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'call'; readonly name: string; readonly argument: KustoValue }

export type KustoCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly KustoCondition[] }
  | {
      readonly kind: 'compare'
      readonly left: KustoValue
      readonly operator: string
      readonly right: readonly string[]
    }

export type KustoColumn = { readonly name: string; readonly value: KustoValue }

export type KustoStage =
  | { readonly kind: 'where'; readonly condition: KustoCondition }
  | { readonly kind: 'project' | 'extend'; readonly columns: readonly KustoColumn[] }
  | { readonly kind: 'order'; readonly by: KustoValue; readonly descending: boolean }
  | { readonly kind: 'limit'; readonly rows: number }

export type KustoQuery = { readonly table: string; readonly stages: readonly KustoStage[] }

const functions = ['tostring', 'tolower', 'toupper', 'tobool', 'toint']
const listOperators = ['in', 'in~', '!in', '!in~', 'has_any']
const operators = ['==', '!=', '=~', '!~', 'has', 'contains', 'startswith', ...listOperators]

/** Reads tokens from the left; every other token than the expected one is refused. */
class Reader {
  readonly #tokens: readonly KustoToken[]
  #position = 0

  constructor(text: string) {
    this.#tokens = kustoTokens(text)
  }

  get ended(): boolean {
    return this.#position >= this.#tokens.length
  }

  peek(offset = 0): string {
    const token = this.#tokens[this.#position + offset]
    return token === undefined || token.kind === 'string' ? '' : token.text
  }

  next(): KustoToken {
    const token = this.#tokens[this.#position]
    if (token === undefined) throw new KustoError('the query ends too early')
    this.#position += 1
    return token
  }

  take(text: string): boolean {
    const found = this.peek().toLowerCase() === text
    if (found) this.#position += 1
    return found
  }

  expect(text: string): void {
    if (!this.take(text)) throw new KustoError(`expected '${text}' before '${this.peek()}'`)
  }
}

export function parseKusto(text: string): KustoQuery {
  const reader = new Reader(text)
  const table = reader.next().text.toLowerCase()
  const stages: KustoStage[] = []
  while (!reader.ended) {
    reader.expect('|')
    stages.push(stage(reader))
  }
  return { table, stages }
}

function stage(reader: Reader): KustoStage {
  const word = reader.next().text.toLowerCase()
  switch (word) {
    case 'where':
      return { kind: 'where', condition: anyOf(reader) }
    case 'project':
    case 'extend':
      return { kind: word, columns: commaList(reader, column) }
    case 'order':
    case 'sort':
      reader.expect('by')
      return {
        kind: 'order',
        by: value(reader),
        descending: !reader.take('asc') && reader.take('desc')
      }
    case 'limit':
    case 'take':
      return { kind: 'limit', rows: Number(reader.next().text) }
    default:
      throw new KustoError(`unknown operator '${word}'`)
  }
}

function commaList<T>(reader: Reader, item: (reader: Reader) => T): readonly T[] {
  const items = [item(reader)]
  while (reader.take(',')) items.push(item(reader))
  return items
}

function column(reader: Reader): KustoColumn {
  if (reader.peek(1) !== '=') {
    const read = value(reader)
    if (read.kind !== 'path') throw new KustoError('a computed column needs a name')
    return { name: read.path.replaceAll('.', '_'), value: read }
  }
  const name = reader.next().text
  reader.expect('=')
  return { name, value: value(reader) }
}

function anyOf(reader: Reader): KustoCondition {
  const parts = [allOf(reader)]
  while (reader.take('or')) parts.push(allOf(reader))
  return { kind: 'or', parts }
}

function allOf(reader: Reader): KustoCondition {
  const parts = [comparison(reader)]
  while (reader.take('and')) parts.push(comparison(reader))
  return { kind: 'and', parts }
}

function comparison(reader: Reader): KustoCondition {
  if (reader.take('(')) {
    const inner = anyOf(reader)
    reader.expect(')')
    return inner
  }
  const left = value(reader)
  const operator = reader.next().text.toLowerCase()
  if (!operators.includes(operator)) throw new KustoError(`unknown comparison '${operator}'`)
  if (!listOperators.includes(operator))
    return { kind: 'compare', left, operator, right: [literal(reader)] }
  reader.expect('(')
  const right = commaList(reader, literal)
  reader.expect(')')
  return { kind: 'compare', left, operator, right }
}

function literal(reader: Reader): string {
  const token = reader.next()
  if (token.kind !== 'string' && token.kind !== 'number' && !/^(true|false)$/.test(token.text))
    throw new KustoError(`'${token.text}' is no literal`)
  return token.text
}

function value(reader: Reader): KustoValue {
  const word = reader.next()
  if (word.kind !== 'word') throw new KustoError(`expected a column before '${word.text}'`)
  if (!reader.take('(')) return { kind: 'path', path: word.text }
  if (!functions.includes(word.text.toLowerCase()))
    throw new KustoError(`unknown function '${word.text}'`)
  const argument = value(reader)
  reader.expect(')')
  return { kind: 'call', name: word.text.toLowerCase(), argument }
}

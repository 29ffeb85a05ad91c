import { operatorNamed, type Comparison, type Value } from './condition-operators.ts'
import { ConditionSyntaxError, tokensOf, type Token } from './condition-tokens.ts'

/** What a comparison stands on: literals, or an attribute such as `@Request[…:name]`. */
export type Operand =
  | { readonly kind: 'values'; readonly values: readonly Value[] }
  | Attribute
  /** A set that mixes literals with attributes. */
  | { readonly kind: 'mixed' }

export type Attribute = {
  readonly kind: 'attribute'
  /** Lower case: request, resource, principal, environment. */
  readonly source: string
  readonly name: string
}

/** How many values of the left and of the right side must fit: `ForAnyOfAllValues` is any, every. */
export type Quantifier = { readonly left: 'any' | 'every'; readonly right: 'any' | 'every' }

export type Comparing = {
  readonly kind: 'comparison'
  readonly left: Operand
  readonly compare: Comparison
  readonly negated: boolean
  readonly quantifier: Quantifier | null
  readonly right: Operand
}

export type Expression =
  | { readonly kind: 'any' | 'all'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  | { readonly kind: 'action-matches'; readonly patterns: readonly string[] }
  | { readonly kind: 'suboperation-matches' }
  | { readonly kind: 'exists'; readonly attribute: Attribute }
  | Comparing

export type Syntax = {
  readonly expression: Expression
  /** AND and OR side by side without parentheses: AND binds tighter here, which the author may not have meant. */
  readonly ambiguous: boolean
}

/** Azure allows 8 KB; whatever is longer or deeper was not written by hand. */
const longestText = 16_384
const deepest = 64

const quantifiers: Readonly<Record<string, Quantifier>> = {
  foranyofanyvalues: { left: 'any', right: 'any' },
  forallofanyvalues: { left: 'every', right: 'any' },
  foranyofallvalues: { left: 'any', right: 'every' },
  forallofallvalues: { left: 'every', right: 'every' }
}

const decimal = /^[+-]?\d+(?:\.\d+)?$/
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A word as a literal: true, false, a number, or a GUID that stands without quotes; null when it is none. */
function literalOf(word: string): Value | null {
  if (decimal.test(word)) return Number(word)
  if (guid.test(word)) return word
  const lower = word.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : null
}

/** Recursive descent; each method reads one rule of the grammar and leaves the position behind it. */
class Parser {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0
  ambiguous = false

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** expr := term (('OR' | '||') term)* */
  disjunction(): Expression {
    this.#enter()
    const terms = [this.#conjunction()]
    while (this.#take('or', '||')) terms.push(this.#conjunction())
    this.#depth -= 1
    if (terms.length > 1 && terms.some(term => term.joined)) this.ambiguous = true
    const parts = terms.map(term => term.expression)
    return oneOf('any', parts)
  }

  end(): void {
    if (this.#peek() !== undefined) throw this.#unexpected()
  }

  /** term := factor (('AND' | '&&') factor)* */
  #conjunction(): { readonly expression: Expression; readonly joined: boolean } {
    const parts = [this.#factor()]
    while (this.#take('and', '&&')) parts.push(this.#factor())
    return { expression: oneOf('all', parts), joined: parts.length > 1 }
  }

  /** factor := ('NOT' | '!') factor | '(' expr ')' | primary */
  #factor(): Expression {
    if (this.#take('not', '!')) {
      this.#enter()
      const part = this.#factor()
      this.#depth -= 1
      return { kind: 'not', part }
    }
    if (!this.#take('(')) return this.#primary()
    const inner = this.disjunction()
    this.#expect(')')
    return inner
  }

  #primary(): Expression {
    if (this.#take('actionmatches'))
      return { kind: 'action-matches', patterns: this.#values().map(String) }
    if (this.#take('suboperationmatches')) {
      this.#values()
      return { kind: 'suboperation-matches' }
    }
    if (this.#take('exists')) return { kind: 'exists', attribute: this.#attribute() }
    return this.#comparison()
  }

  /** operand [quantifier ':'] operator operand */
  #comparison(): Expression {
    const left = this.#operand()
    const quantifier = this.#quantifier()
    const operator = operatorNamed(this.#word())
    if (operator === null) {
      this.#next -= 1
      throw this.#unexpected()
    }
    return { kind: 'comparison', left, quantifier, ...operator, right: this.#operand() }
  }

  #quantifier(): Quantifier | null {
    const token = this.#peek()
    const quantifier = token?.kind === 'word' ? quantifiers[token.text.toLowerCase()] : undefined
    if (quantifier === undefined) return null
    this.#next += 1
    this.#expect(':')
    return quantifier
  }

  #operand(): Operand {
    if (this.#peek()?.kind === 'attribute') return this.#attribute()
    return this.#atSet() ? this.#set() : { kind: 'values', values: [this.#value()] }
  }

  /** A set that holds an attribute is read to its end, but its values are not known. */
  #set(): Operand {
    this.#expect('{')
    const values: Value[] = []
    let mixed = false
    do {
      if (this.#peek()?.kind === 'attribute') {
        this.#attribute()
        mixed = true
      } else values.push(this.#value())
    } while (this.#take(','))
    this.#expect('}')
    return mixed ? { kind: 'mixed' } : { kind: 'values', values }
  }

  #values(): readonly Value[] {
    const set = this.#set()
    if (set.kind !== 'values') throw this.#unexpected()
    return set.values
  }

  #attribute(): Attribute {
    const token = this.#peek()
    if (token?.kind !== 'attribute') throw this.#unexpected()
    this.#next += 1
    return { kind: 'attribute', source: token.source, name: token.name }
  }

  #value(): Value {
    const token = this.#peek()
    const value =
      token?.kind === 'string' ? token.text : token?.kind === 'word' ? literalOf(token.text) : null
    if (value === null) throw this.#unexpected()
    this.#next += 1
    return value
  }

  #word(): string {
    const token = this.#peek()
    if (token?.kind !== 'word') throw this.#unexpected()
    this.#next += 1
    return token.text
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  #atSet(): boolean {
    const token = this.#peek()
    return token?.kind === 'symbol' && token.text === '{'
  }

  /** Reads the next token when it is one of these symbols or keywords. */
  #take(...wanted: readonly string[]): boolean {
    const token = this.#peek()
    if (token?.kind !== 'symbol' && token?.kind !== 'word') return false
    if (!wanted.includes(token.text.toLowerCase())) return false
    this.#next += 1
    return true
  }

  #expect(wanted: string): void {
    if (!this.#take(wanted)) throw this.#unexpected()
  }

  #enter(): void {
    this.#depth += 1
    if (this.#depth > deepest)
      throw new ConditionSyntaxError(`nested deeper than ${deepest} levels`)
  }

  #unexpected(): ConditionSyntaxError {
    const token = this.#peek()
    return new ConditionSyntaxError(
      token === undefined ? 'it ends too early' : `unexpected text at character ${token.start + 1}`
    )
  }
}

function oneOf(kind: 'any' | 'all', parts: readonly Expression[]): Expression {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind, parts }
}

/** Parses the text of a condition; throws ConditionSyntaxError with the place of the first fault. */
export function parseCondition(text: string): Syntax {
  if (text.length > longestText)
    throw new ConditionSyntaxError(`longer than ${longestText} characters`)
  const parser = new Parser(tokensOf(text))
  const expression = parser.disjunction()
  parser.end()
  return { expression, ambiguous: parser.ambiguous }
}

/** What a regular expression of Go (RE2 syntax, github.com/google/re2/wiki/Syntax) comes to; groups only hold it together. */
export type Node =
  | { readonly kind: 'character'; readonly fits: (character: string) => boolean }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence' | 'either'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat'
      readonly part: Node
      readonly least: number
      /** null: without end. */
      readonly most: number | null
    }

/** It is no regular expression, or holds what we do not follow: flags, word boundaries, classes of Unicode. */
export class NotFollowed extends Error {}

type Fits = (character: string) => boolean

const classOf =
  (pattern: RegExp): Fits =>
  character =>
    pattern.test(character)

/** As Go has them, ASCII alone. */
const escapedClasses: Readonly<Record<string, Fits>> = {
  d: classOf(/[0-9]/),
  D: classOf(/[^0-9]/),
  w: classOf(/[0-9A-Za-z_]/),
  W: classOf(/[^0-9A-Za-z_]/),
  s: classOf(/[\t\n\f\r ]/),
  S: classOf(/[^\t\n\f\r ]/)
}

const namedClasses: Readonly<Record<string, Fits>> = {
  alnum: classOf(/[0-9A-Za-z]/),
  alpha: classOf(/[A-Za-z]/),
  digit: classOf(/[0-9]/),
  lower: classOf(/[a-z]/),
  upper: classOf(/[A-Z]/),
  word: classOf(/[0-9A-Za-z_]/),
  xdigit: classOf(/[0-9A-Fa-f]/)
}

const anyOf =
  (tests: readonly Fits[]): Fits =>
  character =>
    tests.some(fits => fits(character))

/** Go's regexp/syntax allows no higher count. */
const mostRepeats = 1000

/** Reads one regular expression from left to right; each step of it takes at least one character. */
export class SyntaxReader {
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** @throws NotFollowed */
  read(): Node {
    const node = this.either()
    if (this.at < this.text.length) throw new NotFollowed('a parenthesis is not opened')
    return node
  }

  private either(): Node {
    const parts = [this.sequence()]
    while (this.takes('|')) parts.push(this.sequence())
    return { kind: 'either', parts }
  }

  private sequence(): Node {
    const parts: Node[] = []
    while (this.at < this.text.length && !'|)'.includes(this.next))
      parts.push(this.repeated(this.one()))
    return { kind: 'sequence', parts }
  }

  private repeated(part: Node): Node {
    const counts = this.counts()
    if (counts === null) return part
    if (part.kind === 'start' || part.kind === 'end') throw new NotFollowed('an anchor is repeated')
    this.takes('?')
    if (this.counts() !== null) throw new NotFollowed('a repetition is repeated')
    return { kind: 'repeat', part, ...counts }
  }

  private counts(): { readonly least: number; readonly most: number | null } | null {
    if (this.takes('*')) return { least: 0, most: null }
    if (this.takes('+')) return { least: 1, most: null }
    if (this.takes('?')) return { least: 0, most: 1 }
    const braces = this.match(/\{(\d{1,4})(,(\d{0,4}))?\}/y)
    if (braces === null) return null
    const [, from = '', range, to = ''] = braces
    const least = Number(from)
    const most = range === undefined ? least : to === '' ? null : Number(to)
    if (Math.max(least, most ?? 0) > mostRepeats || (most !== null && most < least))
      throw new NotFollowed('a count is out of range')
    return { least, most }
  }

  private one(): Node {
    const character = this.take()
    switch (character) {
      case '(':
        return this.group()
      case '[':
        return { kind: 'character', fits: this.set() }
      case '.':
        return { kind: 'character', fits: each => each !== '\n' }
      case '^':
        return { kind: 'start' }
      case '$':
        return { kind: 'end' }
      case '\\':
        return { kind: 'character', fits: this.escaped() }
      case '*':
      case '+':
      case '?':
        throw new NotFollowed('nothing is repeated')
      default:
        return { kind: 'character', fits: each => each === character }
    }
  }

  private group(): Node {
    if (this.next === '?' && this.match(/\?(?::|P?<\w+>)/y) === null)
      throw new NotFollowed('a group has flags')
    const node = this.either()
    if (!this.takes(')')) throw new NotFollowed('a parenthesis is not closed')
    return node
  }

  private escaped(): Fits {
    const character = this.take()
    const named = escapedClasses[character]
    if (named !== undefined) return named
    if (/[0-9A-Za-z]/.test(character) || character === '')
      throw new NotFollowed('an escape is not followed')
    return each => each === character
  }

  private set(): Fits {
    const isNegated = this.takes('^')
    const tests: Fits[] = []
    do tests.push(this.member())
    while (!this.takes(']'))
    const fits = anyOf(tests)
    return character => fits(character) !== isNegated
  }

  private member(): Fits {
    const named = this.match(/\[:(\^?)(\w+):\]/y)
    if (named !== null) {
      const fits = namedClasses[named[2] ?? '']
      if (fits === undefined) throw new NotFollowed('a class is not known')
      return character => fits(character) !== (named[1] === '^')
    }
    const isClass = /^\\[dDwWsS]/.test(this.text.slice(this.at, this.at + 2))
    if (isClass) {
      this.at += 1
      return this.escaped()
    }
    const first = this.literal()
    if (this.next !== '-' || this.text.charAt(this.at + 1) === ']')
      return character => character === first
    this.at += 1
    const last = this.literal()
    if (last < first) throw new NotFollowed('a range has no characters')
    return character => first <= character && character <= last
  }

  private literal(): string {
    const character = this.take()
    if (character === '') throw new NotFollowed('a set is not closed')
    if (character !== '\\') return character
    const escaped = this.take()
    if (/[0-9A-Za-z]/.test(escaped) || escaped === '')
      throw new NotFollowed('an escape is not followed')
    return escaped
  }

  private get next(): string {
    return this.text.charAt(this.at)
  }

  private take(): string {
    const character = this.next
    this.at += 1
    return character
  }

  private takes(character: string): boolean {
    if (this.next !== character) return false
    this.at += 1
    return true
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (match !== null) this.at += match[0].length
    return match
  }
}

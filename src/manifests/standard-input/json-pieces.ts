import { limits } from '../limits.ts'
import type { Piece, Pieces } from './piece.ts'

const [newline, quote, backslash] = [10, 34, 92]
const opening = new Set(['{', '['].map(mark => mark.charCodeAt(0)))
const closing = new Set(['}', ']'].map(mark => mark.charCodeAt(0)))

/** No key that matters is longer. */
const longestKey = 20

/** Objects in a row, and of one with a list at its key `items` the items. */
export class JsonPieces implements Pieces {
  private depth = 0
  private inString = false
  private isEscaped = false
  private key = ''
  /** Inside of the list of items, whose objects begin at this depth. */
  private isInItems = false
  private isList = false
  private line = 1
  private column = 0
  /** What was kept of the object that is open, up to the text that is looked through. */
  private kept: string[] = []
  private size = 0
  private begins = { line: 1, column: 1 }
  private start = -1

  private get isOpen(): boolean {
    return this.isInItems ? this.depth > 2 : this.depth > 0 && !this.isList
  }

  *feed(text: string): Generator<Piece> {
    this.start = this.isOpen ? 0 : -1
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      this.column += 1
      if (code === newline) {
        this.line += 1
        this.column = 0
      } else if (this.inString) this.insideString(code, text.charAt(at))
      else if (code === quote) this.beginString()
      else if (opening.has(code)) this.open(code, at)
      else if (closing.has(code)) yield* this.close(text, at)
    }
    if (this.start >= 0) this.keep(text.slice(this.start))
  }

  /** What was never closed is no object that kubectl reads. */
  *end(): Generator<Piece> {
    if (this.depth > 0 && !this.isList) yield this.piece(this.kept.join(''))
  }

  private insideString(code: number, character: string): void {
    if (this.isEscaped) this.isEscaped = false
    else if (code === backslash) this.isEscaped = true
    else if (code === quote) this.inString = false
    else if (this.depth === 1 && this.key.length <= longestKey) this.key += character
  }

  private beginString(): void {
    this.inString = true
    if (this.depth === 1) this.key = ''
  }

  private open(code: number, at: number): void {
    if (this.depth === 1 && code === 91 && this.key === 'items') {
      this.drop()
      this.isInItems = true
      this.isList = true
    } else if (this.depth === 0 || (this.isInItems && this.depth === 2)) {
      this.drop()
      this.start = at
      this.begins = { line: this.line, column: this.column }
    }
    this.depth += 1
  }

  private *close(text: string, at: number): Generator<Piece> {
    this.depth -= 1
    if (this.isInItems && this.depth === 2) yield* this.finish(text, at)
    else if (this.depth === 1) this.isInItems = false
    else if (this.depth === 0) {
      if (!this.isList) yield* this.finish(text, at)
      this.isList = false
    }
  }

  private *finish(text: string, at: number): Generator<Piece> {
    this.keep(text.slice(this.start, at + 1))
    this.start = -1
    yield this.piece(this.kept.join(''))
    this.drop()
  }

  private piece(text: string): Piece {
    return {
      text: this.size > limits.fileBytes ? null : text,
      begins: this.begins,
      isUntyped: this.isInItems && !/"kind"\s*:/.test(text)
    }
  }

  private keep(text: string): void {
    this.size += text.length
    if (this.size <= limits.fileBytes) this.kept.push(text)
  }

  private drop(): void {
    this.kept = []
    this.size = 0
    this.start = -1
  }
}

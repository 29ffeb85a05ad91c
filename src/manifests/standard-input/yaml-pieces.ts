import { limits } from '../limits.ts'
import type { Piece, Pieces } from './piece.ts'

const itemMark = /^( *)-(?: |$)/
const kindKey = /^ *kind:/m

/**
 * Documents, and of a document with a list at its key `items` the items, as kubectl prints them (one key of a mapping in a line, no anchors).
 * Whatever stands within an item is deeper than its mark.
 */
export class YamlPieces implements Pieces {
  private rest = ''
  private line = 0
  private lines: string[] = []
  private size = 0
  private begins = 1
  /** null: no list; -1: one whose first item is still to come. */
  private indentation: number | null = null
  private isBehindList = false

  private keep(line: string): void {
    if (this.lines.length === 0) this.begins = this.line
    this.size += line.length + 1
    if (this.size <= limits.fileBytes) this.lines.push(line)
  }

  *feed(text: string): Generator<Piece> {
    if (!text.includes('\n')) {
      this.rest += text
      return
    }
    const lines = (this.rest + text).split('\n')
    this.rest = lines.pop() ?? ''
    for (const line of lines) yield* this.take(line)
  }

  *end(): Generator<Piece> {
    if (this.rest !== '') yield* this.take(this.rest)
    yield* this.flush()
  }

  private *take(line: string): Generator<Piece> {
    this.line += 1
    if (line.startsWith('---')) {
      yield* this.flush()
      this.indentation = null
      this.isBehindList = false
      if (!/^---\s*(?:#.*)?$/.test(line)) this.keep(line)
    } else if (this.indentation !== null) yield* this.takeInList(line, this.indentation)
    else if (this.isBehindList) return
    else if (/^items:\s*$/.test(line)) {
      this.drop()
      this.indentation = -1
    } else this.keep(line)
  }

  private *takeInList(line: string, indentation: number): Generator<Piece> {
    const mark = itemMark.exec(line)?.[1]?.length
    if (mark !== undefined && (indentation < 0 || mark === indentation)) {
      yield* this.flush()
      this.indentation = mark
      this.keep(line.replace('-', ' '))
    } else if (line.trim() === '' || line.search(/[^ ]/) > indentation) this.keep(line)
    else if (!line.startsWith('#')) {
      yield* this.flush()
      this.indentation = null
      this.isBehindList = true
    }
  }

  private drop(): void {
    this.lines = []
    this.size = 0
  }

  private *flush(): Generator<Piece> {
    const { lines, size, begins, indentation } = this
    this.drop()
    if (lines.length === 0) return
    const text = lines.join('\n')
    yield {
      text: size > limits.fileBytes ? null : text,
      begins: { line: begins, column: 1 },
      isUntyped: indentation !== null && indentation >= 0 && !kindKey.test(text)
    }
  }
}

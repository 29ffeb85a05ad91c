import { limits } from '../limits.ts'
import { JsonPieces } from './json-pieces.ts'
import type { Piece, Pieces } from './piece.ts'
import { YamlPieces } from './yaml-pieces.ts'

/** Why the rest of a long text is not read. */
export type Refusal = 'encoding' | 'too-large'

/**
 * What comes through a pipe: as long as it is no longer than a file may be, all of it is kept; beyond that it is given on object by
 * object, and nothing is kept.
 */
export class PipedText {
  private chunks: Buffer[] = []
  private size = 0
  private pieces: Pieces | null = null
  private readonly decoder = new TextDecoder('utf-8', { fatal: true })
  refusal: Refusal | null = null

  /** All that came; null: it was too long to be kept. */
  get whole(): Buffer | null {
    return this.pieces === null && this.refusal === null ? Buffer.concat(this.chunks) : null
  }

  *take(chunk: Buffer): Generator<Piece> {
    this.size += chunk.byteLength
    if (this.refusal !== null) return
    if (this.size > limits.pipedBytes) this.refusal = 'too-large'
    else if (this.pieces !== null) yield* this.cut([chunk])
    else {
      this.chunks.push(chunk)
      if (this.size > limits.fileBytes) {
        const all = this.chunks
        this.chunks = []
        yield* this.cut(all)
      }
    }
  }

  *end(): Generator<Piece> {
    if (this.pieces !== null && this.refusal !== 'encoding') yield* this.pieces.end()
  }

  private *cut(chunks: readonly Buffer[]): Generator<Piece> {
    for (const chunk of chunks) {
      const text = this.textOf(chunk)
      if (text === null) return
      this.pieces ??= /^\s*[{[]/.test(text) ? new JsonPieces() : new YamlPieces()
      yield* this.pieces.feed(text)
    }
  }

  private textOf(chunk: Buffer): string | null {
    try {
      const text = this.decoder.decode(chunk, { stream: true })
      if (!text.includes('\0')) return text
    } catch {
      // It is no UTF-8, as NUL is no text.
    }
    this.refusal = 'encoding'
    return null
  }
}

import type { Location } from '../../yaml/location.ts'
import {
  walkScalars,
  type LocatedDocument,
  type LocatedScalar,
  type ParsedDocuments
} from '../../kubernetes/read.ts'
import { lastAtMost } from '../files/ordered-search.ts'

/** A scalar of rendered text, and what of it a location means. */
export type RenderedScalar = LocatedScalar & {
  readonly document: LocatedDocument
  /** The text between the location's start and end, as rendered. */
  readonly text: string
  /** Which of the equal texts in the scalar is meant, from 0; null where the whole scalar is. */
  readonly occurrence: number | null
}

/**
 * Looks up what stands at a location of rendered text. The scalars of one document are kept at a
 * time, because locations come in the order of the text.
 */
export const scalarFinder = (text: string, { documents }: ParsedDocuments) => {
  const lineStarts = lineStartsOf(text)
  const offsetOf = (line: number, column: number) => (lineStarts[line - 1] ?? 0) + column - 1
  let current: LocatedDocument | undefined
  let scalars: readonly LocatedScalar[] = []
  return (location: Location): RenderedScalar | null => {
    const start = offsetOf(location.line, location.column)
    const end = offsetOf(location.endLine, location.endColumn)
    const document = lastAtMost(documents, start, documentStart)
    if (document === undefined) return null
    if (document !== current) {
      current = document
      scalars = [...walkScalars(document.root)].sort(
        (one, other) => one.scalar.start - other.scalar.start
      )
    }
    const found = lastAtMost(scalars, start, scalarStart)
    if (found === undefined || found.scalar.end < start) return null
    return { ...found, document, ...partOf(text, found, start, end) }
  }
}

const partOf = (text: string, { scalar }: LocatedScalar, start: number, end: number) => {
  const part = text.slice(start, end)
  const isWhole = start === scalar.start && end === scalar.end
  const before = text.slice(scalar.start, start + part.length - 1)
  return { text: part, occurrence: isWhole ? null : before.split(part).length - 1 }
}

const documentStart = (document: LocatedDocument): number => document.start
const scalarStart = ({ scalar }: LocatedScalar): number => scalar.start

const lineStartsOf = (text: string): readonly number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

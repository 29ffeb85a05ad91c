import type { Location } from '../../yaml/location.ts'
import type { Locate } from '../../kubernetes/read.ts'

/** A piece of a file's text, by offsets; end exclusive. */
export type Span = {
  readonly source: { readonly text: string }
  readonly locate: Locate
  readonly start: number
  readonly end: number
}

/** How often a text occurs before an offset. */
export const occurrencesBefore = (text: string, wanted: string, offset: number): number => {
  let count = 0
  for (let at = text.indexOf(wanted); at >= 0 && at < offset; at = text.indexOf(wanted, at + 1)) {
    count += 1
  }
  return count
}

/** The location of the n-th occurrence (from 0) of a text in a span, or null. */
export const locateWithin = (span: Span, wanted: string, occurrence = 0): Location | null => {
  const { text } = span.source
  let at = text.indexOf(wanted, span.start)
  for (let skipped = 0; skipped < occurrence && at >= 0; skipped += 1) {
    at = text.indexOf(wanted, at + 1)
  }
  return wanted === '' || at < 0 || at + wanted.length > span.end
    ? null
    : span.locate(at, at + wanted.length)
}

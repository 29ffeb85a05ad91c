import type { Location } from './location.ts'

/** The text of one file. */
export type SourceText = {
  /** Path as reported: relative to the workspace, with `/`. */
  readonly file: string
  readonly text: string
  /** Given as Helm values; files named `values*.yaml` without a Kubernetes object are so anyway. */
  readonly values?: boolean
  /** A template of a chart that was not rendered: no YAML, but text that may name registries. */
  readonly template?: boolean
  /** Asked for by its name, and not found in a directory. */
  readonly named?: boolean
  /** Piped in, maybe as a cluster printed it: objects may be there with what controls them. */
  readonly live?: boolean
  /** Where the text begins in what it was taken from, 1-based; absent: it is the whole. */
  readonly begins?: { readonly line: number; readonly column: number }
}

/** Turns two offsets into a file's text (end exclusive) into a location. */
export type Locate = (start: number, end: number) => Location

const lineStartsOf = (text: string): readonly number[] => {
  const starts = [startOfText(text)]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Where the text begins: behind the byte order mark, which no editor counts as a column. */
export const startOfText = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0)

const lineIndexAt = (lineStarts: readonly number[], offset: number): number => {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const firstPlace = { line: 1, column: 1 }

/** The newlines are only looked for when the first location is asked for: most files report none. */
export const locator = ({ file, text, begins = firstPlace }: SourceText): Locate => {
  let lineStarts: readonly number[] | undefined
  const position = (offset: number) => {
    lineStarts ??= lineStartsOf(text)
    const index = lineIndexAt(lineStarts, offset)
    const column = Math.max(offset - (lineStarts[index] ?? 0), 0)
    return { line: begins.line + index, column: column + (index === 0 ? begins.column : 1) }
  }
  return (start, end) => {
    const from = position(start)
    const to = position(end)
    return { file, ...from, endLine: to.line, endColumn: to.column }
  }
}

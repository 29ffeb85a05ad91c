/** Where a piece of text stands: 1-based, end exclusive, path relative to the workspace with `/`. */
export type Location = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The first column of a line, for what concerns a whole file or line. */
export const lineLocation = (file: string, line = 1): Location => ({
  file,
  line,
  column: 1,
  endLine: line,
  endColumn: 1
})

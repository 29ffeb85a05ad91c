import { startOfText } from './source.ts'

/** A stretch of text, offsets into the file, end exclusive. */
export type TextRange = { readonly start: number; readonly end: number }

/** What is parsed by itself, and the separator line above it where kubectl would refuse that line. */
export type DocumentRange = TextRange & { readonly badSeparator: TextRange | null }

const endOfLine = (text: string, from: number): number => {
  const newline = text.indexOf('\n', from)
  return newline < 0 ? text.length : newline
}

const nextSeparator = (text: string, from: number): number => {
  const newline = text.indexOf('\n---', from)
  return newline < 0 ? -1 : newline + 1
}

const separatorLines = (text: string, from: number): readonly TextRange[] => {
  const lines: TextRange[] = []
  let start = text.startsWith('---', from) ? from : nextSeparator(text, from)
  while (start >= 0) {
    const end = endOfLine(text, start)
    lines.push({ start, end })
    start = nextSeparator(text, end)
  }
  return lines
}

const isBad = (text: string, { start, end }: TextRange): boolean => {
  const rest = text.slice(start + '---'.length, end).trim()
  return rest !== '' && !rest.startsWith('#')
}

/**
 * kubectl's own splitter, which knows no YAML: each line that begins with `---` ends a document, and only a
 * comment may follow on that line (kubernetes/apimachinery pkg/util/yaml/decoder.go, YAMLReader.Read).
 */
const splitYaml = (text: string): readonly DocumentRange[] => {
  const ranges: DocumentRange[] = []
  let start = startOfText(text)
  let badSeparator: TextRange | null = null
  for (const line of separatorLines(text, start)) {
    if (start < line.start) ranges.push({ start, end: line.start, badSeparator })
    badSeparator = isBad(text, line) ? line : null
    start = Math.min(line.end + 1, text.length)
  }
  return [...ranges, { start, end: text.length, badSeparator }]
}

/** Follows brackets and strings through a text, character by character. */
class JsonScanner {
  depth = 0
  private inString = false
  private escaped = false

  /** Whether the character is space between values or belongs to one. */
  accepts(character: string): boolean {
    if (this.inString) this.insideString(character)
    else if (character === '"') this.inString = true
    else if (character === '{' || character === '[') this.depth++
    else if (this.depth === 0) return character.trim() === ''
    else if (character === '}' || character === ']') this.depth--
    return this.depth > 0 || !this.inString
  }

  private insideString(character: string): void {
    if (this.escaped) this.escaped = false
    else if (character === '\\') this.escaped = true
    else if (character === '"') this.inString = false
  }
}

/** The values of a stream of JSON objects, or null where the text is something else. */
const splitJson = (text: string): readonly DocumentRange[] | null => {
  const ranges: DocumentRange[] = []
  const scanner = new JsonScanner()
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const before = scanner.depth
    if (!scanner.accepts(text.charAt(at))) return null
    if (before === 0 && scanner.depth === 1) start = at
    if (before === 1 && scanner.depth === 0) ranges.push({ start, end: at + 1, badSeparator: null })
  }
  return scanner.depth === 0 ? ranges : null
}

const looksLikeJson = (text: string): boolean =>
  /^\uFEFF?\s*[{[]/.test(text) && !text.includes('\n---')

/** The documents of a file, those without content included. YAML parsers refuse JSON objects in a row; kubectl reads them. */
export const splitDocuments = (text: string): readonly DocumentRange[] =>
  (looksLikeJson(text) ? splitJson(text) : null) ?? splitYaml(text)

import { parseEvents, YAMLException, type Event } from 'js-yaml'
import type { ParseBudget } from './yaml-limits.ts'

/** Far above any manifest; kubectl itself allows 10,000 (go-yaml, parserc.go, max_depth). */
export const maxDepth = 100

/** js-yaml's reasons, as far as they are told apart here. */
const tooDeep = 'nesting exceeded'
const outdented = 'deficient indentation'

export const isTooDeep = (reason: string): boolean => reason.startsWith(tooDeep)

/** Nobody comments on longer lines; the pattern is kept from lines of megabytes. */
const longestLine = 10_000
const quotedOrComment = /(?:^|[\s[{,:])(?:"(?:[^"\\]|\\.)*"?|'[^']*'?|(#))/g

/** Where a comment begins on a line, or the line's end; a quote opens a text only where a value can begin. */
const endOfContent = (line: string): number => {
  if (line.length > longestLine) return line.length
  for (const match of line.matchAll(quotedOrComment))
    if (match[1] !== undefined) return match.index + match[0].length - 1
  return line.length
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)

/** Puts the line at an offset behind the line before it; null where there is none. */
const joinLine = (text: string, lineStart: number, offset: number): string | null => {
  if (lineStart === 0) return null
  const previousStart = text.lastIndexOf('\n', lineStart - 2) + 1
  const previous = text.slice(previousStart, lineStart).trimEnd()
  return blank(text, previousStart + endOfContent(previous), offset)
}

/** The text with the blanks before an offset as js-yaml wants them, all offsets unmoved; null where they are not the trouble. */
const mendIndentation = (text: string, offset: number): string | null => {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const contentEnd = lineStart + text.slice(lineStart, offset).trimEnd().length
  if (text.slice(contentEnd, offset).includes('\t')) return blank(text, contentEnd, offset)
  return contentEnd === lineStart ? joinLine(text, lineStart, offset) : null
}

/** The events of a text, and the text to decode their scalars from: the given one, some breaks of it replaced by blanks. */
export type ParsedEvents = { readonly text: string; readonly events: readonly Event[] }

/**
 * YAML wants the lines of a bracket or quote indented by blanks deeper than their key, and js-yaml insists on it.
 * kubectl does not (go-yaml ignores indentation inside of brackets and quotes), and `args: [` with its `]` below
 * the key is common. So where that is the trouble, the line is joined to the one before it.
 */
export const readEvents = (given: string, budget: ParseBudget): ParsedEvents => {
  for (let text = given; ;) {
    try {
      return { text, events: parseEvents(text, { maxDepth }) }
    } catch (error) {
      if (!(error instanceof YAMLException) || error.reason !== outdented) throw error
      const mended = mendIndentation(text, error.mark?.position ?? 0)
      if (mended === null || !budget.allows(text.length)) throw error
      text = mended
    }
  }
}

import { YAMLException } from 'js-yaml'
import { messageOf } from '../base/errors.ts'
import { splitDocuments, type DocumentRange, type TextRange } from '../yaml/document-split.ts'
import type { ManifestProblem, UnreadKind } from './manifests.ts'
import {
  invalidDocument,
  invalidSeparator,
  refusedDocument,
  unrenderedTemplate
} from './problems.ts'
import { locator, type Locate, type SourceText } from '../yaml/source.ts'
import { isTooDeep, readEvents } from '../yaml/yaml-events.ts'
import { NodeBudget, ParseBudget, YamlError } from '../yaml/yaml-limits.ts'
import type { YamlNode } from '../yaml/yaml-nodes.ts'
import { TreeBuilder } from '../yaml/yaml-tree.ts'

/** One document of a file; its range is that of the text between two separators, comments included. */
export type LocatedDocument = TextRange & {
  /** null where the document holds nothing but comments. */
  readonly root: YamlNode | null
}

export type ParsedDocuments = {
  readonly documents: readonly LocatedDocument[]
  readonly problems: readonly ManifestProblem[]
  readonly locate: Locate
}

/**
 * Events are small objects, some hundred bytes for each piece of text between commas and newlines. A text with
 * more of these than the budget has nodes is refused before it fills the memory.
 */
const mostPieces = 2_000_000

const countOf = (text: string, character: string): number => {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}

const refuseTooManyPieces = (text: string, { start }: TextRange): void => {
  if (text.length > mostPieces && countOf(text, '\n') + countOf(text, ',') > mostPieces)
    throw new YamlError(`it has more than ${mostPieces} lines and commas`, start, 'refused')
}

const isEmpty = (root: YamlNode): boolean =>
  root.kind === 'scalar' && root.style === 'plain' && root.text === ''

type Budgets = { readonly nodes: NodeBudget; readonly parse: ParseBudget }

/** All documents of the range: `...` ends one without a separator. */
const parseRange = (
  text: string,
  range: TextRange,
  budgets: Budgets
): readonly LocatedDocument[] => {
  const slice = text.slice(range.start, range.end)
  refuseTooManyPieces(slice, range)
  const { text: parsed, events } = readEvents(slice, budgets.parse)
  const builder = new TreeBuilder(parsed, range.start, budgets.nodes)
  for (const event of events) builder.take(event)
  const { start, end } = range
  return builder.roots.map(root => ({ start, end, root: isEmpty(root) ? null : root }))
}

/** The YAML in a block of text of the file, its offsets those of the file; null where the block is none. */
export const parseBlock = (text: string, { start, end }: TextRange): YamlNode | null => {
  const range = { start: text.lastIndexOf('\n', start - 1) + 1, end }
  const budgets = { nodes: new NodeBudget(), parse: new ParseBudget() }
  try {
    return parseRange(text, range, budgets)[0]?.root ?? null
  } catch (error) {
    if (error instanceof YamlError || error instanceof YAMLException) return null
    throw error
  }
}

type Trouble = {
  readonly reason: string
  readonly offset: number
  /** Why it was not even tried, or not to the end; null: kubectl would refuse it too. */
  readonly refused: Extract<UnreadKind, 'too-large' | 'too-deep'> | null
}

/** A line that begins with `%` is a directive, and kubectl reads none but for YAML 1.1. */
const troubleFrom = (error: unknown, text: string, { start, end }: TextRange): Trouble => {
  if (error instanceof YamlError)
    return {
      reason: error.message,
      offset: error.offset,
      refused: error.kind === 'refused' ? 'too-large' : null
    }
  const offset = start + (error instanceof YAMLException ? (error.mark?.position ?? 0) : 0)
  const directive = /^\s*(%.*)/.exec(text.slice(start, end))?.[1]
  if (directive !== undefined)
    return {
      reason: `found the directive '${directive.trim()}', and kubectl reads none`,
      offset: text.indexOf('%', start),
      refused: null
    }
  const reason = error instanceof YAMLException ? error.reason : messageOf(error)
  return { reason, offset, refused: isTooDeep(reason) ? 'too-deep' : null }
}

/** From the trouble to the end of its line; what is missing at the end of a document is missed behind its last word. */
const restOfLine = (text: string, offset: number, { start, end }: TextRange): TextRange => {
  const lastEnd = start + text.slice(start, end).trimEnd().length
  const from = Math.min(offset, Math.max(lastEnd - 1, start))
  const newline = text.indexOf('\n', from)
  return { start: from, end: newline < 0 || newline > end ? end : newline }
}

/** Whether a text is made for a template engine such as Helm's. */
const isTemplate = (text: string): boolean => text.includes('{{')

/** Parses the documents of one file one after the other, so that a broken one hides no other. */
class FileParser {
  readonly documents: LocatedDocument[] = []
  readonly problems: ManifestProblem[] = []
  readonly locate: Locate
  private readonly text: string
  private readonly isWorthReporting: TextTest
  private readonly budgets = { nodes: new NodeBudget(), parse: new ParseBudget() }
  private templateNoted = false

  constructor(source: SourceText, isWorthReporting: TextTest) {
    this.text = source.text
    this.isWorthReporting = isWorthReporting
    this.locate = locator(source)
  }

  parse(range: DocumentRange): void {
    const { badSeparator } = range
    if (badSeparator !== null)
      this.problems.push(
        invalidSeparator(this.text, this.locate(badSeparator.start, badSeparator.end))
      )
    try {
      this.documents.push(...parseRange(this.text, range, this.budgets))
    } catch (error) {
      if (badSeparator === null) this.report(error, range)
    }
  }

  private report(error: unknown, range: TextRange): void {
    const trouble = troubleFrom(error, this.text, range)
    const { start, end } = restOfLine(this.text, trouble.offset, range)
    const location = this.locate(start, end)
    const text = this.text.slice(range.start, range.end)
    if (trouble.refused !== null)
      this.problems.push(refusedDocument(trouble.reason, trouble.refused, location))
    else if (!isTemplate(text)) {
      if (this.isWorthReporting(text))
        this.problems.push(invalidDocument(trouble.reason, text, location))
    } else if (!this.templateNoted) {
      this.templateNoted = true
      this.problems.push(unrenderedTemplate(location))
    }
  }
}

type TextTest = (text: string) => boolean

const anyText: TextTest = () => true

/**
 * Splits and parses a file as kubectl does (sigs.k8s.io/yaml). A document whose text is not wanted is skipped
 * unparsed, which is ten times as fast; one that cannot be parsed is reported where that is worth a word.
 */
export const parseDocuments = (
  source: SourceText,
  isWanted: TextTest = anyText,
  isWorthReporting: TextTest = anyText
): ParsedDocuments => {
  const parser = new FileParser(source, isWorthReporting)
  const { text } = source
  for (const range of splitDocuments(text))
    if (isWanted(text.slice(range.start, range.end))) parser.parse(range)
  return parser
}

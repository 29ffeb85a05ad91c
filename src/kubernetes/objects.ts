import { YAMLException } from 'js-yaml'
import { messageOf } from '../base/errors.ts'
import { splitDocuments, type DocumentRange, type TextRange } from '../yaml/document-split.ts'
import type { ManifestProblem, UnreadKind } from './manifests.ts'
import {
  invalidDocument,
  invalidSeparator,
  refusedDocument,
  tooManyFailures,
  unrenderedTemplate
} from './problems.ts'
import { locator, type Locate, type SourceText } from '../yaml/source.ts'
import { maskUnquoted } from './placeholders/unquoted.ts'
import { isTooDeep, readEvents, type ParsedEvents } from '../yaml/yaml-events.ts'
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
 * A document is parsed as a whole, and each piece of it becomes two or three small objects. One with more pieces is refused
 * before it fills the memory; the largest object that etcd takes (1.5 MB) has a sixth of these.
 */
const mostPieces = 600_000

/** What begins or ends a piece: lines, commas, opened brackets, and the marks of keys and items. */
const marks = /[\n,[{]|[-:?](?=[ \n])/g

const hasTooManyPieces = (text: string): boolean => {
  if (text.length <= mostPieces) return false
  const mark = new RegExp(marks)
  let pieces = 0
  while (pieces <= mostPieces && mark.test(text)) pieces++
  return pieces > mostPieces
}

const refuseTooManyPieces = (text: string, { start }: TextRange): void => {
  if (hasTooManyPieces(text))
    throw new YamlError(`it has more than ${mostPieces} lines, keys and items`, start, 'refused')
}

const isEmpty = (root: YamlNode): boolean =>
  root.kind === 'scalar' && root.style === 'plain' && root.text === ''

type Budgets = { readonly nodes: NodeBudget; readonly parse: ParseBudget }

/** The events of a text, also where placeholders stand in it that only quotes would make YAML. */
const eventsOf = (text: string, budget: ParseBudget): ParsedEvents => {
  try {
    return readEvents(text, budget)
  } catch (error) {
    const masked = error instanceof YAMLException ? maskUnquoted(text) : null
    if (masked === null || !budget.allows(text.length)) throw error
    const { text: parsed, events } = readEvents(masked.text, budget)
    return { text: masked.restore(parsed), events }
  }
}

/** All documents of the range: `...` ends one without a separator. */
const parseRange = (
  text: string,
  range: TextRange,
  budgets: Budgets
): readonly LocatedDocument[] => {
  const slice = text.slice(range.start, range.end)
  refuseTooManyPieces(slice, range)
  const { text: parsed, events } = eventsOf(slice, budgets.parse)
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

/** Of one file: what has more broken documents is no manifest, and each costs as much as a hundred lines. */
const mostFailures = 1_000

/** Parses the documents of one file one after the other, so that a broken one hides no other. */
class FileParser {
  readonly problems: ManifestProblem[] = []
  readonly locate: Locate
  private readonly text: string
  /** Texts that were not parsed: broken ones, and templates. */
  readonly unread: TextRange[] = []
  private readonly isWorthReporting: WorthReporting
  private readonly budgets = { nodes: new NodeBudget(), parse: new ParseBudget() }
  /** What is said of a bad separator rests on the whole file, and is found out once; null: nothing. */
  private separatorProblem: ManifestProblem | null | undefined
  private failures = 0
  private templateNoted = false

  constructor(source: SourceText, isWorthReporting: WorthReporting) {
    this.text = source.text
    this.isWorthReporting = isWorthReporting
    this.locate = locator(source)
  }

  /** Each in its turn, so that the trees of a long file need not all be there at once; up to the bounds of the file. */
  *documents(isWanted: TextTest): Generator<LocatedDocument, void, undefined> {
    for (const range of splitDocuments(this.text)) {
      if (!isWanted(this.text.slice(range.start, range.end))) continue
      if (this.budgets.nodes.isUsedUp) return
      if (this.failures >= mostFailures) {
        this.problems.push(tooManyFailures(mostFailures, this.locate(range.start, range.start)))
        return
      }
      yield* this.parse(range)
    }
  }

  private parse(range: DocumentRange): readonly LocatedDocument[] {
    const { badSeparator } = range
    if (badSeparator !== null) {
      this.failures++
      this.reportSeparator(badSeparator)
    }
    try {
      return parseRange(this.text, range, this.budgets)
    } catch (error) {
      this.failures++
      if (badSeparator === null) this.report(error, range)
      return []
    }
  }

  private reportSeparator({ start, end }: TextRange): void {
    const location = this.locate(start, end)
    if (this.separatorProblem === undefined)
      this.separatorProblem = this.isWorthReporting.broken(this.text)
        ? invalidSeparator(this.text, location)
        : null
    if (this.separatorProblem !== null) this.problems.push({ ...this.separatorProblem, location })
  }

  private report(error: unknown, range: TextRange): void {
    const trouble = troubleFrom(error, this.text, range)
    const { start, end } = restOfLine(this.text, trouble.offset, range)
    const location = this.locate(start, end)
    const text = this.text.slice(range.start, range.end)
    if (trouble.refused !== null) {
      this.problems.push(refusedDocument(trouble.reason, trouble.refused, location))
      return
    }
    this.unread.push(range)
    if (!isTemplate(text)) {
      if (this.isWorthReporting.broken(text))
        this.problems.push(invalidDocument(trouble.reason, text, location))
    } else if (!this.templateNoted && this.isWorthReporting.template(text)) {
      this.templateNoted = true
      this.problems.push(unrenderedTemplate(location))
    }
  }
}

type TextTest = (text: string) => boolean

const anyText: TextTest = () => true

/** Of which texts it is worth a word that they were not parsed. */
export type WorthReporting = { readonly broken: TextTest; readonly template: TextTest }

/** For those who ask about what can be parsed. */
export const nothingReported: WorthReporting = { broken: () => false, template: () => false }

/** The documents of a file as they are asked for; `problems` is complete when they all were. */
export type DocumentsInTurn = {
  readonly documents: Iterable<LocatedDocument>
  readonly problems: readonly ManifestProblem[]
  readonly unread: readonly TextRange[]
  readonly locate: Locate
}

/**
 * Splits and parses a file as kubectl does (sigs.k8s.io/yaml). A document whose text is not wanted is skipped
 * unparsed, which is ten times as fast; one that cannot be parsed is reported where that is worth a word.
 */
export const documentsInTurn = (
  source: SourceText,
  isWanted: TextTest,
  isWorthReporting: WorthReporting
): DocumentsInTurn => {
  const parser = new FileParser(source, isWorthReporting)
  const { problems, unread, locate } = parser
  return { documents: parser.documents(isWanted), problems, unread, locate }
}

/** All documents of a file at once. */
export const parseDocuments = (source: SourceText): ParsedDocuments => {
  const { documents, problems, locate } = documentsInTurn(source, anyText, {
    broken: anyText,
    template: anyText
  })
  return { documents: [...documents], problems, locate }
}

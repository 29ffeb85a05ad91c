import { splitDocuments, type DocumentRange, type TextRange } from '../yaml/document-split.ts'
import type { ManifestProblem } from './manifests.ts'
import { newBudgets, parseRange, type LocatedDocument } from './document-nodes.ts'
import { restOfLine, troubleFrom } from './document-trouble.ts'
import {
  invalidDocument,
  invalidSeparator,
  refusedDocument,
  tooManyFailures,
  unrenderedTemplate
} from './problems.ts'
import { locator, type Locate, type SourceText } from '../yaml/source.ts'

export type ParsedDocuments = {
  readonly documents: readonly LocatedDocument[]
  readonly problems: readonly ManifestProblem[]
  readonly locate: Locate
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
  private readonly budgets = newBudgets()
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

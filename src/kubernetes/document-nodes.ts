import { YAMLException } from 'js-yaml'
import type { TextRange } from '../yaml/document-split.ts'
import { maskUnquoted } from './placeholders/unquoted.ts'
import { readEvents, type ParsedEvents } from '../yaml/yaml-events.ts'
import { NodeBudget, ParseBudget, YamlError } from '../yaml/yaml-limits.ts'
import type { YamlNode } from '../yaml/yaml-nodes.ts'
import { TreeBuilder } from '../yaml/yaml-tree.ts'

/** One document of a file; its range is that of the text between two separators, comments included. */
export type LocatedDocument = TextRange & {
  /** null where the document holds nothing but comments. */
  readonly root: YamlNode | null
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

/** Of one file. */
export type Budgets = { readonly nodes: NodeBudget; readonly parse: ParseBudget }

export const newBudgets = (): Budgets => ({ nodes: new NodeBudget(), parse: new ParseBudget() })

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
export const parseRange = (
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
  const budgets = newBudgets()
  try {
    return parseRange(text, range, budgets)[0]?.root ?? null
  } catch (error) {
    if (error instanceof YamlError || error instanceof YAMLException) return null
    throw error
  }
}

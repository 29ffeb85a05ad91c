import { join } from 'node:path'
import { InputError } from '../../base/errors.ts'
import { flowText, type Rewritten } from '../../yaml/flow-text.ts'
import type { ScalarNode } from '../../yaml/yaml-nodes.ts'
import type { Chart } from './chart-metadata.ts'
import { parseFile, type ParsedFile } from '../files/parsed-file.ts'
import type { Workspace } from '../../files/workspace.ts'

/** A values file that a rendering uses. */
export type ValuesFile = ParsedFile & {
  /** The key that Helm merges it under, for a subchart's own values. */
  readonly under: string | null
  /** Absolute path of one that is passed with `--values`; null for a chart's own, and for values that an object writes. */
  readonly given: string | null
  /** What a controller fills into values that an object writes; null: it is a file of its own. */
  readonly filled: Rewritten | null
}

/** Whether Helm finds it in the chart. */
export const isOwn = ({ given, filled }: ValuesFile): boolean => given === null && filled === null

/** Values that stand in an object. */
export const writtenValues = (values: ParsedFile, filled: Rewritten): ValuesFile => ({
  ...values,
  under: null,
  given: null,
  filled
})

/** A text to be put in behind an offset. */
export type Mark = { readonly offset: number; readonly behind: string; readonly mark: string }

/** The text of a values file with marks in it, in the order of their offsets. */
export const markedText = (file: ValuesFile, marks: readonly Mark[]): string => {
  const { filled, root, source } = file
  if (filled !== null)
    return root === null
      ? ''
      : (flowText(root, scalar => marked(scalar, filled(scalar), marks)) ?? '')
  let text = ''
  let from = 0
  for (const { offset, mark } of marks) {
    text += source.text.slice(from, offset) + mark
    from = offset
  }
  return text + source.text.slice(from)
}

/** A scalar as it is filled in; where that is what is written, a mark may stand in the middle of it. */
const marked = (
  written: ScalarNode,
  filled: ScalarNode | null,
  marks: readonly Mark[]
): ScalarNode | null => {
  const scalar = filled ?? written
  const inside = marks.filter(({ offset }) => written.start < offset && offset <= written.end)
  if (inside.length === 0) return filled
  let text = ''
  let from = 0
  for (const { behind, mark } of inside) {
    const at = scalar.text.indexOf(behind, from)
    const end = at < 0 ? scalar.text.length : at + behind.length
    text += scalar.text.slice(from, end) + mark
    from = end
  }
  return { ...scalar, text: text + scalar.text.slice(from), style: 'quoted' }
}

/** A given values file; InputError for one that cannot be read. */
export const readGivenValues = (workspace: Workspace, named: string): ValuesFile => {
  const values = readValues(workspace, workspace.admit(named))
  if (values === null) {
    throw new InputError(
      `The values file "${named}" cannot be read: correct the path, which is relative to ${workspace.path}.`
    )
  }
  return values
}

/** A values file that an object names; null where it cannot be read. */
export const readValues = (workspace: Workspace, path: string): ValuesFile | null => {
  const parsed = parseFile(workspace, path)
  return parsed === null ? null : { ...parsed, under: null, given: path, filled: null }
}

/** A chart's own values, subcharts first: what comes later wins. */
export const readOwnValues = (
  workspace: Workspace,
  chart: Chart,
  isReplaced = false
): readonly ValuesFile[] => {
  const own = (directory: string, under: string | null): readonly ValuesFile[] => {
    const parsed = parseFile(workspace, join(directory, 'values.yaml'))
    return parsed === null ? [] : [{ ...parsed, under, given: null, filled: null }]
  }
  const subcharts = chart.subcharts.flatMap(({ name, directory }) =>
    directory === null ? [] : own(directory, name)
  )
  return isReplaced ? subcharts : [...subcharts, ...own(chart.directory, null)]
}

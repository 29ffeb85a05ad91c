import { join } from 'node:path'
import { InputError } from '../../base/errors.ts'
import type { Chart } from './chart-metadata.ts'
import { parseFile, type ParsedFile } from '../files/parsed-file.ts'
import type { Workspace } from '../../files/workspace.ts'

/** A values file that a rendering uses. */
export type ValuesFile = ParsedFile & {
  /** The key that Helm merges it under, for a subchart's own values. */
  readonly under: string | null
  /** Absolute path where the user passed it with `--values`; null for a chart's own. */
  readonly given: string | null
}

/** A given values file; InputError for one that cannot be read. */
export const readGivenValues = (workspace: Workspace, named: string): ValuesFile => {
  const given = workspace.admit(named)
  const parsed = parseFile(workspace, given)
  if (parsed === null) {
    throw new InputError(
      `The values file "${named}" cannot be read: correct the path, which is relative to ${workspace.path}.`
    )
  }
  return { ...parsed, under: null, given }
}

/** A chart's own values, subcharts first: what comes later wins. */
export const readOwnValues = (workspace: Workspace, chart: Chart): readonly ValuesFile[] => {
  const own = (directory: string, under: string | null): readonly ValuesFile[] => {
    const parsed = parseFile(workspace, join(directory, 'values.yaml'))
    return parsed === null ? [] : [{ ...parsed, under, given: null }]
  }
  const subcharts = chart.subcharts.flatMap(({ name, directory }) =>
    directory === null ? [] : own(directory, name)
  )
  return [...subcharts, ...own(chart.directory, null)]
}

import { join } from 'node:path'
import { itemsIn } from '../../yaml/nodes.ts'
import { nodeAt, scalarAt, type YamlNode } from '../../kubernetes/read.ts'
import { parseFile, type ParsedFile } from '../files/parsed-file.ts'
import { chartFileName } from '../files/search.ts'
import { isWithin } from '../../files/paths.ts'
import type { Workspace } from '../../files/workspace.ts'

export type Subchart = {
  /** The segment of `# Source:` and the key in the values: the alias, else the name. */
  readonly name: string
  /** Absolute, or null where the subchart is an archive or missing. */
  readonly directory: string | null
  /** It lies elsewhere in the tree (`file://`), and this is where Helm looks for it; null: it is there. */
  readonly expectedAt: string | null
}

export type Chart = {
  /** Absolute. */
  readonly directory: string
  /** As reported. */
  readonly path: string
  /** As in Chart.yaml, which is what `# Source:` comments begin with. */
  readonly name: string
  readonly isLibrary: boolean
  readonly subcharts: readonly Subchart[]
  readonly metadata: ParsedFile
}

/** null where Chart.yaml cannot be read. */
export const readChart = (workspace: Workspace, directory: string): Chart | null => {
  const metadata = parseFile(workspace, join(directory, chartFileName))
  if (metadata === null) return null
  return {
    directory,
    path: workspace.shown(directory),
    name: scalarAt(metadata.root, ['name'])?.text ?? '',
    isLibrary: scalarAt(metadata.root, ['type'])?.text === 'library',
    subcharts: subchartsOf(workspace, directory, metadata.root),
    metadata
  }
}

const subchartsOf = (
  workspace: Workspace,
  directory: string,
  root: YamlNode | null
): readonly Subchart[] =>
  itemsIn(nodeAt(root, ['dependencies'])).flatMap(item => {
    const name = scalarAt(item, ['name'])?.text
    if (name === undefined || !/^[\w.-]+$/.test(name)) return []
    const expected = join(directory, 'charts', name)
    const alias = scalarAt(item, ['alias'])?.text ?? name
    if (workspace.isFile(join(expected, chartFileName)))
      return [{ name: alias, directory: expected, expectedAt: null }]
    const repository = scalarAt(item, ['repository'])?.text ?? ''
    const elsewhere = localDirectory(workspace, directory, repository)
    return [{ name: alias, directory: elsewhere, expectedAt: elsewhere === null ? null : expected }]
  })

/** helm.sh, "Chart dependencies": `file://` names a directory relative to the chart; one around the chart is none. */
const localDirectory = (workspace: Workspace, chart: string, repository: string): string | null => {
  const [, path] = /^file:\/\/(\.{1,2}\/.*)$/.exec(repository) ?? []
  if (path === undefined) return null
  const directory = join(chart, path, '.')
  return !isWithin(directory, chart) &&
    !isWithin(chart, directory) &&
    workspace.look(directory).kind === 'directory' &&
    workspace.isFile(join(directory, chartFileName))
    ? directory
    : null
}

import { basename, dirname, join } from 'node:path'
import type { Workspace } from '../../files/workspace.ts'
import { nodeAt, scalarAt } from '../../kubernetes/read.ts'
import { lineLocation, type Location } from '../../yaml/location.ts'
import { parseFile, type ParsedFile } from '../files/parsed-file.ts'
import { unclearYaml } from './kustomization-clarity.ts'
import { kustomizationFields, textsIn, type FieldTexts, type Role } from './kustomization-fields.ts'
import { plainYaml, type Unclear } from './plugin-configurations.ts'
import { pluginReader, type PluginReader } from './plugins.ts'
import { referenceTo, type Reference } from './reference.ts'

export type Kustomization = ParsedFile & {
  /** Absolute path of the file. */
  readonly path: string
  readonly directory: string
  /** The directory as reported. */
  readonly shown: string
  readonly isComponent: boolean
  /** `resources` and `bases`. */
  readonly resources: readonly Reference[]
  readonly components: readonly Reference[]
  /** Patches, generator inputs, configurations: read by kustomize, no resources themselves. */
  readonly inputs: readonly Reference[]
  /** Its generators, transformers and validators, and all that these name. */
  readonly plugins: readonly Reference[]
  /** Where it asks for a chart, which kustomize only inflates with `--enable-helm`. */
  readonly charts: Location | null
  /** Why we may not see what kustomize would read or run; null: we see all. */
  readonly unclear: Unclear | null
}

/** `vars` and inline values name no files; a chart is only inflated with `--enable-helm`. */
const chartFields = ['helmCharts', 'helmChartInflationGenerator']

/** Reads kustomizations of one run: what several of them share is read once. */
export const kustomizationReader = (workspace: Workspace) => {
  const readPlugins = pluginReader(workspace)
  return {
    /** null where the file cannot be read. */
    at: (named: string): Kustomization | null => readKustomization(workspace, readPlugins, named),
    /** Of fields that stand somewhere else than in the file at a path, which need not be there. */
    of: (parsed: ParsedFile, path: string): Kustomization =>
      kustomizationOf(workspace, readPlugins, parsed, path)
  }
}

export type KustomizationReader = ReturnType<typeof kustomizationReader>

/** null where the file cannot be read. kustomize takes paths from the real directory, whatever link leads to it. */
const readKustomization = (
  workspace: Workspace,
  readPlugins: PluginReader,
  named: string
): Kustomization | null => {
  const directory = workspace.withoutLinks(dirname(named))
  const path = join(directory, basename(named))
  const parsed = parseFile(workspace, path)
  return parsed === null ? null : kustomizationOf(workspace, readPlugins, parsed, path)
}

const kustomizationOf = (
  workspace: Workspace,
  readPlugins: PluginReader,
  parsed: ParsedFile,
  path: string
): Kustomization => {
  const directory = dirname(path)
  const { texts, unclear } = namesIn(parsed)
  const naming = { ...parsed, directory }
  const references = (...roles: readonly Role[]) =>
    texts
      .filter(({ role }) => roles.includes(role))
      .map(text => referenceTo(workspace, naming, text))
  const plugins = readPlugins(
    naming,
    texts.filter(({ role }) => role === 'plugin')
  )
  return {
    ...parsed,
    path,
    directory,
    shown: workspace.shown(directory),
    isComponent: scalarAt(parsed.root, ['kind'])?.text === 'Component',
    resources: references('resource'),
    components: references('component'),
    inputs: references('file', 'keyed-file', 'patch'),
    plugins: plugins.references,
    charts: chartsIn(parsed),
    unclear: unclear ?? plugins.unclear
  }
}

type Names = Pick<FieldTexts, 'texts'> & Pick<Kustomization, 'unclear'>

/** Where something is unclear, what is named beside it counts all the same: those files may be deployed otherwise than written. */
const namesIn = ({ root, isWhole, locate, source }: ParsedFile): Names => {
  const { texts, strange } = root === null ? noTexts : textsIn(root, kustomizationFields)
  const part = (root === null ? null : unclearYaml(root)) ?? strange
  const unclear = (words: string, location: Location) => ({ words, cure: plainYaml, location })
  if (!isWhole)
    return { texts, unclear: unclear('is not one whole YAML document', lineLocation(source.file)) }
  return {
    texts,
    unclear: part === null ? null : unclear(part.words, locate(part.at.start, part.at.end))
  }
}

const noTexts: FieldTexts = { texts: [], strange: null }

/** All that a kustomization names. */
export const referencesOf = ({
  resources,
  components,
  inputs,
  plugins
}: Kustomization): readonly Reference[] => [...resources, ...components, ...inputs, ...plugins]

const chartsIn = ({ root, locate }: ParsedFile): Location | null => {
  for (const field of chartFields) {
    const node = nodeAt(root, [field])
    if (node !== null) return locate(node.start, node.end)
  }
  return null
}

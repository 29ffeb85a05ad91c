import { basename, dirname, join, resolve } from 'node:path'
import type { Location } from '../../yaml/location.ts'
import { nodeAt, scalarAt, walkScalars, type Path } from '../../kubernetes/read.ts'
import { unclearPart } from './kustomization-clarity.ts'
import { parseFile, type ParsedFile } from '../files/parsed-file.ts'
import { kustomizationNames } from '../files/search.ts'
import type { Workspace } from '../../files/workspace.ts'

/** A path or URL that a kustomization names. */
export type Reference = {
  readonly text: string
  readonly location: Location
  /** Offsets into the text of the kustomization file, end exclusive. */
  readonly range: { readonly start: number; readonly end: number }
  /** Absolute; null for what kustomize would fetch. */
  readonly path: string | null
}

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
  /** Where it asks for a chart, which kustomize only inflates with `--enable-helm`. */
  readonly charts: Location | null
  /** Whether files that kustomize reads beyond those we see may be named somewhere. */
  readonly hasPlugins: boolean
  /** Why we may not see which files kustomize would read, in words; null: we see all. */
  readonly unclear: string | null
}

/** A path in a kustomization; `*` is any item of a list. */
type Field = readonly string[]

/** kustomize, api/types/kustomization.go; `vars` and inline values name no files. */
const resourceFields: readonly Field[] = [
  ['resources', '*'],
  ['bases', '*']
]

const componentFields: readonly Field[] = [['components', '*']]

const strategicMerge: Field = ['patchesStrategicMerge', '*']

const inputFields: readonly Field[] = [
  ['patches', '*', 'path'],
  ['patches', '*'],
  strategicMerge,
  ['patchesJson6902', '*', 'path'],
  ['replacements', '*', 'path'],
  ['configMapGenerator', '*', 'files', '*'],
  ['configMapGenerator', '*', 'envs', '*'],
  ['configMapGenerator', '*', 'env'],
  ['secretGenerator', '*', 'files', '*'],
  ['secretGenerator', '*', 'envs', '*'],
  ['secretGenerator', '*', 'env'],
  ['configurations', '*'],
  ['crds', '*'],
  ['openapi', 'path']
]

/** Their files can name further files, which a kustomization does not show. */
const pluginFields: readonly Field[] = [
  ['generators', '*'],
  ['transformers', '*'],
  ['validators', '*']
]

/** They take the text of a file in the place of its path. */
const inlineFields: readonly Field[] = [strategicMerge, ...pluginFields]

const chartFields = ['helmCharts', 'helmChartInflationGenerator']

/** null where the file cannot be read. kustomize takes paths from the real directory, whatever link leads to it. */
export const readKustomization = (workspace: Workspace, named: string): Kustomization | null => {
  const directory = workspace.withoutLinks(dirname(named))
  const path = join(directory, basename(named))
  const parsed = parseFile(workspace, path)
  if (parsed === null) return null
  const references = (fields: readonly Field[]) =>
    referencesIn(workspace, parsed, directory, fields)
  return {
    ...parsed,
    path,
    directory,
    shown: workspace.shown(directory),
    isComponent: scalarAt(parsed.root, ['kind'])?.text === 'Component',
    resources: references(resourceFields),
    components: references(componentFields),
    inputs: references([...inputFields, ...pluginFields]),
    charts: chartsIn(parsed),
    hasPlugins: pluginFields.some(([field]) => nodeAt(parsed.root, [field ?? '']) !== null),
    unclear: unclearPart(parsed)
  }
}

/** All that a kustomization names. */
export const referencesOf = ({
  resources,
  components,
  inputs
}: Kustomization): readonly Reference[] => [...resources, ...components, ...inputs]

/** The kustomization file of a directory, or null. */
export const kustomizationIn = (workspace: Workspace, directory: string): string | null =>
  kustomizationNames.map(name => join(directory, name)).find(path => isThere(workspace, path)) ??
  null

/** Also what is refused is there, and will be said to be. */
const isThere = (workspace: Workspace, path: string): boolean => {
  const found = workspace.look(path)
  return found.kind !== 'refused' || (found.code !== 'absent' && found.code !== 'dangling')
}

const referencesIn = (
  workspace: Workspace,
  { root, locate }: ParsedFile,
  directory: string,
  fields: readonly Field[]
): readonly Reference[] =>
  [...walkScalars(root)].flatMap(({ path, scalar: { text: written, start, end } }) => {
    const field = fields.find(known => isField(known, path))
    if (field === undefined) return []
    const text = field.includes('files') ? written.replace(/^[^=]*=/, '') : written
    // What is no object after all is taken for a path, so inline text is checked as one.
    const isInline = inlineFields.includes(field) && text.includes('\n')
    const isFetched = !isInline && isRemote(workspace, text, directory)
    const local = isFetched ? null : withoutDirectoryLinks(workspace, resolve(directory, text))
    return [{ text, location: locate(start, end), range: { start, end }, path: local }]
  })

/** kustomize takes paths from where a directory lies, and a file by its name. */
const withoutDirectoryLinks = (workspace: Workspace, path: string): string =>
  workspace.isDirectory(path) ? workspace.withoutLinks(path) : path

const isField = (field: Field, path: Path): boolean =>
  field.length === path.length &&
  field.every((step, index) =>
    step === '*' ? typeof path[index] === 'number' : step === path[index]
  )

/**
 * What kustomize fetches: HTTP files (api/internal/loader/fileloader.go) and git repositories
 * (api/internal/git/repospec.go). Without a scheme, a local path of that name comes first.
 */
const remoteForm =
  /^(?:git::|gh:|[\w.-]+@[\w.-]+[:/]|(?:www\.)?github\.com[:/])|\?(?:ref|version|timeout|submodules)=|\.git(?:\/|$)|\/_git\//i
const scheme = /^[a-z][a-z0-9+.-]*:\/\//i

const isRemote = (workspace: Workspace, text: string, directory: string): boolean =>
  scheme.test(text) || (remoteForm.test(text) && !isThere(workspace, resolve(directory, text)))

const chartsIn = ({ root, locate }: ParsedFile): Location | null => {
  for (const field of chartFields) {
    const node = nodeAt(root, [field])
    if (node !== null) return locate(node.start, node.end)
  }
  return null
}

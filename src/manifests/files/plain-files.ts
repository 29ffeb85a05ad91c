import { basename, dirname, join, sep } from 'node:path'
import type { FileContent } from '../../kubernetes/read.ts'
import { memoize } from '../../base/memoize.ts'
import { bundleReader, isBundle, type BundleReader } from '../helm/bundle.ts'
import type { ReadSource } from '../gitops/gitops-objects.ts'
import type { FoundKustomizations } from '../kustomize/kustomization-graph.ts'
import { readSource } from './read-file.ts'
import type { RenderedAll } from '../rendering/render-all.ts'
import { isRendered, type ReadAt } from '../rendering/render-run.ts'
import { chartFileName, type RenderedFiles } from './search.ts'
import {
  hasAccounts,
  unbuiltKustomizations,
  unreadKustomizations,
  type UnbuiltAt
} from '../kustomize/unbuilt-kustomizations.ts'
import type { Workspace } from '../../files/workspace.ts'

/** Files at the top of a chart that describe it and name no image. */
const chartDescriptions = new Set([chartFileName, 'requirements.yaml', 'values.schema.json'])

/** What is read by itself, and what decides which files those are. */
type PlainFiles = {
  readonly workspace: Workspace
  readonly search: RenderedFiles
  readonly sources: readonly ReadSource[]
  readonly rendered: RenderedAll
  readonly kustomizations: FoundKustomizations
  /** Absolute paths of files that were read in another way. */
  readonly covered: readonly string[]
  readonly read: ReadAt
  /** Something that was named could not be read, and may hold any object. */
  readonly isUnread: boolean
}

/** Files that no rendering has judged, and what can be read of charts that were not rendered. */
export const readPlainFiles = ({
  workspace,
  search,
  sources,
  rendered,
  kustomizations,
  covered: readElsewhere,
  read,
  isUnread
}: PlainFiles): readonly FileContent[] => {
  const realDirectory = memoize((directory: string) => workspace.withoutLinks(directory))
  const realPath = (path: string): string => join(realDirectory(dirname(path)), basename(path))
  const covered = new Set([...coveredFiles(rendered), ...readElsewhere])
  const isCovered = (path: string): boolean =>
    covered.has(path) || (covered.size > 0 && covered.has(realPath(path)))
  const unrendered = unrenderedCharts(search, rendered)
  const inCharts = unrendered.flatMap(chart => unrenderedSources(workspace, chart))
  const byPath = new Map([...sources, ...inCharts].map(found => [found.path, found]))
  const bundles = bundleReader(workspace)
  const contents = [...byPath.values()]
    .filter(({ path }) => !isCovered(path) && isPlain(path, search.charts))
    .map(found => ({
      path: found.path,
      content: withUnrendered(
        readPlain(found, search.charts, read, bundles),
        unrendered.find(chart => found.path.startsWith(chart + sep)),
        workspace
      )
    }))
  if (kustomizations.leaves.length + kustomizations.unread.length === 0)
    return contents.map(({ content }) => content)
  const built = new Set(rendered.kustomizations.filter(isRendered).map(({ leaf }) => leaf))
  const all = [...contents.map(({ content }) => content), ...contentsOf(rendered)]
  const accounts = isUnread || hasAccounts(all)
  const unbuiltAt = unbuiltKustomizations(
    workspace,
    kustomizations,
    leaf => built.has(leaf),
    accounts
  )
  const { overFile } = unreadKustomizations(workspace, kustomizations)
  return contents.map(({ path, content }) =>
    withUnbuilt(content, realPath(path), (...place) => unbuiltAt(...place) ?? overFile(place[0]))
  )
}

const contentsOf = ({ charts, kustomizations }: RenderedAll): readonly FileContent[] =>
  [...charts, ...kustomizations].filter(isRendered).map(({ content }) => content)

const withUnbuilt = (content: FileContent, path: string, unbuiltAt: UnbuiltAt): FileContent => ({
  ...content,
  uses: content.uses.map(use => ({ ...use, unbuilt: unbuiltAt(path, use.image) }))
})

const coveredFiles = ({ charts, kustomizations }: RenderedAll): ReadonlySet<string> =>
  new Set([...charts, ...kustomizations].filter(isRendered).flatMap(({ covered }) => covered))

const withUnrendered = (
  content: FileContent,
  chart: string | undefined,
  workspace: Workspace
): FileContent =>
  chart === undefined
    ? content
    : {
        ...content,
        uses: content.uses.map(use => ({ ...use, unrendered: workspace.shown(chart) }))
      }

const unrenderedCharts = (
  { charts }: Pick<RenderedFiles, 'charts'>,
  rendered: RenderedAll
): readonly string[] => {
  const done = new Set(
    rendered.charts.flatMap(({ kind, directory }) => (kind === 'failed' ? [] : [directory]))
  )
  return [...charts].filter(chart => !done.has(chart))
}

/** Whether a found file says something by itself. */
const isPlain = (path: string, charts: ReadonlySet<string>): boolean =>
  !(chartDescriptions.has(basename(path)) && charts.has(dirname(path)))

/** Reads one file by itself; output of `helm template` is brought back to its chart. */
export const readPlain = (
  { path, source }: ReadSource,
  charts: ReadonlySet<string>,
  read: ReadAt,
  bundles: BundleReader
): FileContent => {
  const isValues = basename(path) === 'values.yaml' && charts.has(dirname(path))
  const content = read(isValues ? { ...source, values: true } : source, path)
  return content.uses.length > 0 && isBundle(source) ? bundles(source, content) : content
}

/** What can be read of a chart that was not rendered: its values, templates without any action, and what registries the others name. */
const unrenderedSources = (workspace: Workspace, chart: string): readonly ReadSource[] => {
  const templates = filesBelow(workspace, join(chart, 'templates'))
    .flatMap(path => sourceOf(workspace, path))
    .map(({ path, source }) => ({
      path,
      source: { ...source, template: source.text.includes('{{') }
    }))
  return [...sourceOf(workspace, join(chart, 'values.yaml')), ...templates]
}

const sourceOf = (workspace: Workspace, path: string): readonly ReadSource[] => {
  const source = readSource(workspace, path)
  return source === null ? [] : [{ path, source }]
}

const filesBelow = (workspace: Workspace, directory: string): readonly string[] => {
  const listed = workspace.list(directory)
  if (listed.kind === 'refused') return []
  return listed.entries.flatMap(({ name, kind }) => {
    const path = join(directory, name)
    if (kind === 'directory') return filesBelow(workspace, path)
    return kind === 'file' && /\.(?:ya?ml|json)$/.test(name) ? [path] : []
  })
}

import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FileContent } from '../kubernetes/read.ts'
import { isBundle, type BundleReader } from './bundle.ts'
import type { ReadSource } from './flux.ts'
import { readSource } from './read-file.ts'
import type { ReadAt } from './render-run.ts'
import { chartFileName } from './search.ts'
import type { Workspace } from './workspace.ts'

/** Files at the top of a chart that describe it and name no image. */
const chartDescriptions = new Set([chartFileName, 'requirements.yaml', 'values.schema.json'])

/** Whether a found file says something by itself. */
export const isPlain = (path: string, charts: ReadonlySet<string>): boolean =>
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

/** What can be read of a chart that was not rendered: its values, and templates without any action. */
export const unrenderedSources = (workspace: Workspace, chart: string): readonly ReadSource[] => {
  const templates = filesBelow(join(chart, 'templates'))
    .flatMap(path => sourceOf(workspace, path))
    .filter(({ source }) => !source.text.includes('{{'))
  return [...sourceOf(workspace, join(chart, 'values.yaml')), ...templates]
}

const sourceOf = (workspace: Workspace, path: string): readonly ReadSource[] => {
  const source = readSource(workspace, path)
  return source === null ? [] : [{ path, source }]
}

const filesBelow = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory, { withFileTypes: true }).flatMap(entry => {
      const path = join(directory, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      return entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name) ? [path] : []
    })
  } catch {
    return []
  }
}

import type { FileContent, SourceText } from '../../kubernetes/read.ts'
import { readChart, type Chart } from './chart-metadata.ts'
import { chartSource, sourceAbove, sourceComments, templatePath, textAt } from './chart-source.ts'
import { findProbes } from './probes.ts'
import { memoize } from '../../base/memoize.ts'
import type { SourceFinder } from '../rendering/at-source.ts'
import { Search } from '../files/search.ts'
import { readOwnValues } from './values.ts'
import { walkDirectory } from '../files/walk.ts'
import type { Workspace } from '../../files/workspace.ts'

/** Whether a manifest may be output of `helm template`, such as the bundle of azure/k8s-bake. */
export const isBundle = ({ text }: SourceText): boolean => text.includes('\n# Source: ')

export type BundleReader = (source: SourceText, content: FileContent) => FileContent

/**
 * Moves the images below a `# Source:` comment to the template it names, when that is in a chart of
 * the workspace. It is never more than `likely`: nobody knows which values the bundle was baked with.
 */
export const bundleReader = (workspace: Workspace): BundleReader => {
  let charts: readonly Chart[] | undefined
  return (source, content) => {
    charts ??= workspaceCharts(workspace)
    const known = charts
    const lines = source.text.split('\n')
    const comments = sourceComments(lines)
    const chartOf = memoize((comment: string) => namedChart(workspace, known, comment))
    const finderOf = memoize((chart: Chart) => finderFor(workspace, chart, lines, content))
    const uses = content.uses.map(use => {
      const comment = sourceAbove(comments, use.location.line)
      const chart = comment === undefined ? null : chartOf(comment)
      if (chart === null) return use
      const { location, confidence } = finderOf(chart)(use.location)
      return {
        ...use,
        location,
        related: [use.location],
        origin: {
          renderer: 'chart' as const,
          path: chart.path,
          confidence: confidence === 'exact' ? ('likely' as const) : confidence
        }
      }
    })
    return { ...content, uses }
  }
}

const workspaceCharts = (workspace: Workspace): readonly Chart[] => {
  const search = new Search(workspace)
  walkDirectory(search, workspace.path)
  return [...search.charts].flatMap(directory => readChart(workspace, directory) ?? [])
}

/** The one chart of that name which has the file. */
const namedChart = (
  workspace: Workspace,
  charts: readonly Chart[],
  comment: string
): Chart | null => {
  const [name] = comment.split('/')
  const having = charts.filter(chart => {
    const path = chart.name === name ? templatePath(chart, comment) : null
    return path !== null && workspace.isFile(path)
  })
  return having.length === 1 ? (having[0] ?? null) : null
}

const finderFor = (
  workspace: Workspace,
  chart: Chart,
  lines: readonly string[],
  content: FileContent
): SourceFinder => {
  const images = content.uses.map(use => textAt(lines, use.location))
  const unproven = findProbes(readOwnValues(workspace, chart), [...new Set(images)])
  return chartSource({ workspace, chart, lines, evidence: { hits: new Map(), unproven } })
}

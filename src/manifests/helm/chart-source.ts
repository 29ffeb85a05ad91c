import { join } from 'node:path'
import { lineLocation, type Location } from '../../yaml/location.ts'
import type { Chart } from './chart-metadata.ts'
import { limits } from '../limits.ts'
import { lastAtMost } from '../files/ordered-search.ts'
import { writtenHost, type Hit, type Probe } from './probes.ts'
import { readSource } from '../files/read-file.ts'
import type { SourceFinder, SourcePlace } from '../rendering/at-source.ts'
import { findTemplateLine, parseTemplate, type TemplatePatterns } from './template-lines.ts'
import { isWithin } from '../../files/paths.ts'
import type { Workspace } from '../../files/workspace.ts'

export type ChartRendering = {
  readonly workspace: Workspace
  readonly chart: Chart
  readonly lines: readonly string[]
  readonly evidence: ValuesEvidence
}

/** What is known about where in the values the rendered text comes from. */
export type ValuesEvidence = {
  /** By line number; proven by a render with marks. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>
  /** Places that no render decided on. */
  readonly unproven: readonly Probe[]
}

/**
 * The source of rendered text, in this order: the value that was proven to be in it, the only value
 * that could be, the line of the template that fits, the template itself. A value that only adds the
 * tag does not outdo a template line that writes the registry.
 */
export const chartSource = (rendering: ChartRendering): SourceFinder => {
  const templates = templateReader(rendering)
  return location => {
    const text = textAt(rendering.lines, location)
    const hits = hitsWithin(rendering, location)
    const host = writtenHost(text)
    const named = hits.find(({ probe }) => host !== '' && probe.text.includes(host))
    if (named !== undefined) return provenPlace(named, hits)
    const template = templates(location)
    if (host !== '' && template.line.includes(host)) return template.place
    const first = hits[0]
    if (first !== undefined) return provenPlace(first, hits)
    return onlyCandidate(rendering.evidence.unproven, text, host) ?? template.place
  }
}

/** The rendered text at a location; up to the end of the line where it goes on. */
export const textAt = (lines: readonly string[], location: Location): string => {
  const line = lines[location.line - 1] ?? ''
  const end = location.endLine === location.line ? location.endColumn - 1 : line.length
  return line.slice(location.column - 1, end)
}

const hitsWithin = (rendering: ChartRendering, location: Location): readonly Hit[] =>
  (rendering.evidence.hits.get(location.line) ?? []).filter(
    ({ column }) =>
      column > location.column && (location.endLine > location.line || column <= location.endColumn)
  )

const provenPlace = (best: Hit, hits: readonly Hit[]): SourcePlace => ({
  location: best.probe.location,
  confidence: 'exact',
  related: hits.filter(hit => hit !== best).map(hit => hit.probe.location)
})

/** The one value that carries the registry, or the whole image where none is written. */
const onlyCandidate = (
  probes: readonly Probe[],
  text: string,
  host: string
): SourcePlace | null => {
  const carried = host === '' ? text : host
  const fitting = probes.filter(
    probe =>
      probe.text.includes(carried) && (text.includes(probe.text) || probe.text.includes(text))
  )
  const [only] = fitting
  return only === undefined || fitting.length > 1
    ? null
    : { location: only.location, confidence: 'likely' }
}

type TemplatePlace = { readonly place: SourcePlace; readonly line: string }

type TemplateFile = {
  readonly file: string
  readonly lines: readonly string[]
  readonly patterns: TemplatePatterns
}

const templateReader = (rendering: ChartRendering) => {
  const sources = sourceComments(rendering.lines)
  const files = new Map<string, TemplateFile | null>()
  let searches = 0
  const fileOf = (source: string): TemplateFile | null => {
    const known = files.get(source)
    if (known !== undefined) return known
    const file = readTemplate(rendering, source)
    files.set(source, file)
    return file
  }
  return (location: Location): TemplatePlace => {
    const source = sourceAbove(sources, location.line) ?? ''
    const file = fileOf(source)
    if (file === null) return { place: chartPlace(rendering.chart, source), line: '' }
    searches += 1
    const match =
      searches > limits.templateSearches
        ? null
        : findTemplateLine(file.patterns, rendering.lines, location.line)
    if (match === null) {
      return { place: { location: lineLocation(file.file), confidence: 'file' }, line: '' }
    }
    const line = file.lines[match.lineNumber - 1] ?? ''
    const at = locationInLine(file.file, match.lineNumber, line, textAt(rendering.lines, location))
    return { place: { location: at, confidence: match.literal ? 'exact' : 'likely' }, line }
  }
}

export type SourceComment = { readonly line: number; readonly source: string }

/** Helm writes `# Source:` directly below the separator (helm, pkg/action/action.go, renderResources). */
export const sourceComments = (lines: readonly string[]): readonly SourceComment[] =>
  lines.flatMap((line, index) => {
    const source = /^# Source: (\S.*)$/.exec(line.trimEnd())?.[1]
    return source === undefined || lines[index - 1]?.trimEnd() !== '---'
      ? []
      : [{ line: index + 1, source }]
  })

/** The template that a rendered line comes from, as Helm names it. */
export const sourceAbove = (comments: readonly SourceComment[], line: number): string | undefined =>
  lastAtMost(comments, line, comment => comment.line)?.source

/** null for a template in a packed subchart, or a comment that names no file of the chart. */
const readTemplate = (
  { workspace, chart }: ChartRendering,
  comment: string
): TemplateFile | null => {
  const path = templatePath(chart, comment)
  const source = path === null ? null : readSource(workspace, path)
  if (source === null) return null
  const { file, text } = source
  return { file, lines: text.split('\n'), patterns: parseTemplate(text) }
}

/** The first segment is the chart's name and not its directory; a subchart's is its alias. */
export const templatePath = (chart: Chart, source: string): string | null => {
  const [, ...segments] = source.split('/')
  const [folder, name, ...rest] = segments
  const subchart = chart.subcharts.find(known => folder === 'charts' && known.name === name)
  const path =
    subchart?.directory == null
      ? join(chart.directory, ...segments)
      : join(subchart.directory, ...rest)
  return isWithin(subchart?.directory ?? chart.directory, path) ? path : null
}

/** The dependency's line in Chart.yaml for a packed subchart, else the top of Chart.yaml. */
const chartPlace = ({ metadata }: Chart, source: string): SourcePlace => {
  const subchart = /^[^/]+\/charts\/([^/]+)\//.exec(source)?.[1]
  const lines = metadata.source.text.split('\n')
  const index = lines.findIndex(
    line => subchart !== undefined && /^[\s-]*(?:name|alias):/.test(line) && line.includes(subchart)
  )
  return {
    location: lineLocation(metadata.source.file, Math.max(index, 0) + 1),
    confidence: 'file'
  }
}

/** The text itself where the line writes it, else all that stands on the line. */
const locationInLine = (file: string, number: number, line: string, text: string): Location => {
  const found = text === '' ? -1 : line.indexOf(text)
  const start = found < 0 ? line.length - line.trimStart().length : found
  const end = found < 0 ? line.trimEnd().length : found + text.length
  return { file, line: number, column: start + 1, endLine: number, endColumn: end + 1 }
}

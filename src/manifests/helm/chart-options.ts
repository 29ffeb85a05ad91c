import type { HelmOptions, HelmRequest } from '../load-request.ts'
import type { Chart } from './chart-metadata.ts'

type Named = { readonly chart: string | null; readonly value: string }

const asPath = (text: string): string => text.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '')

/** Charts by what `CHART:` may say: the path as reported, and the name in Chart.yaml. */
export type ChartNames = ReadonlySet<string>

const namesOf = ({ path, name }: Chart): readonly string[] => [path, name]

export const chartNames = (charts: readonly Chart[]): ChartNames => new Set(charts.flatMap(namesOf))

/** `CHART:VALUE` where a chart has that path or name; a colon alone says nothing, as keys and paths may hold one. */
const named = (text: string, names: ChartNames): Named => {
  const at = text.indexOf(':')
  const chart = asPath(text.slice(0, Math.max(at, 0)))
  return names.has(chart) ? { chart, value: text.slice(at + 1) } : { chart: null, value: text }
}

/** What begins as `CHART:` does and names no chart that was found, so that nobody wonders why it changed nothing. */
export const namesOfNoChart = (
  { set, releases, charts }: HelmRequest,
  names: ChartNames
): readonly string[] => {
  const prefixes = [...set, ...releases].flatMap(text => /^([\w./-]+):[^=]*/.exec(text)?.[1] ?? [])
  const unknown = [...prefixes, ...Object.keys(charts)].filter(name => !names.has(asPath(name)))
  return [...new Set(unknown)]
}

/** helm, pkg/chartutil/validate_name.go. */
const releaseName = /^(?=.{1,53}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/

export const isReleaseName = (text: string): boolean => releaseName.test(text)

/** What Helm takes for a chart that nobody names a release for: the name of the chart, where it can be one. */
export const defaultRelease = ({ name }: Chart): string =>
  isReleaseName(name) ? name : 'release-name'

/** What one chart is rendered with: for all charts, then by the settings file, then as `CHART:`; the last one wins. */
export const optionsFor = (
  { valuesFiles, set, releases, charts }: HelmRequest,
  chart: Chart,
  names: ChartNames
): HelmOptions => {
  const own = namesOf(chart)
  const configured = Object.entries(charts).flatMap(([key, options]) =>
    own.includes(asPath(key)) ? [options] : []
  )
  const ordered = (texts: readonly string[], between: readonly string[]): readonly string[] => {
    const split = texts.map(text => named(text, names))
    const forAll = split.filter(({ chart: to }) => to === null)
    const forThis = split.filter(({ chart: to }) => to !== null && own.includes(to))
    return [...forAll.map(({ value }) => value), ...between, ...forThis.map(({ value }) => value)]
  }
  const release = ordered(
    releases,
    configured.flatMap(options => options.release ?? [])
  ).findLast(text => releaseName.test(text))
  return {
    valuesFiles: ordered(
      valuesFiles,
      configured.flatMap(options => options.valuesFiles)
    ),
    set: ordered(
      set,
      configured.flatMap(options => options.set)
    ),
    release: release ?? null
  }
}

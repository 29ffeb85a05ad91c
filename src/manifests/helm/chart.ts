import { join } from 'node:path'
import { PrivateCopy } from '../../files/private-copy.ts'
import type { PrivateDirectory, PrivatePath } from '../../files/private-directory.ts'
import type { Refused } from '../../files/refused.ts'
import { lineLocation } from '../../yaml/location.ts'
import { chartFailure, withoutSchemas } from './chart-failure.ts'
import { kubernetesDemanded, renderedFor } from './chart-kubernetes.ts'
import { readChart, type Chart } from './chart-metadata.ts'
import { schemasLeadElsewhere } from './chart-schemas.ts'
import { chartSource, textAt, type ValuesEvidence } from './chart-source.ts'
import { limits } from '../limits.ts'
import { notRendered } from '../problem.ts'
import { findProbes, readHits, withMarks, writtenHost, type Hit, type Probe } from './probes.ts'
import type { RenderOutcome, RenderRun } from '../rendering/render-run.ts'
import { atSource } from '../rendering/at-source.ts'
import { renderWith, type RenderResult } from '../rendering/run-binary.ts'
import { readOwnValues, type ValuesFile } from './values.ts'

type ChartJob = {
  readonly run: RenderRun
  readonly helm: string
  readonly chart: Chart
  /** A directory of this chart's own. */
  readonly home: PrivateDirectory
  /** What Helm is let at: the chart and the given values files. */
  readonly copy: PrivateCopy
  /** All values, in rising order of precedence. */
  readonly values: readonly ValuesFile[]
  /** null: the one that Helm was built with. */
  readonly kubernetesVersion: string | null
  /** Whether the values are held against the schema of the chart. */
  readonly validates: boolean
}

/** Renders one chart with Helm and brings what is in it back to the chart's own lines. */
export async function loadChart(
  run: RenderRun,
  helm: string,
  directory: string,
  givenValues: readonly ValuesFile[],
  home: PrivateDirectory
): Promise<RenderOutcome> {
  const chart = readChart(run.workspace, directory)
  if (chart === null) return unreadableChart(run, directory)
  if (chart.isLibrary) return { kind: 'skipped' }
  const copy = new PrivateCopy(home.directory('copy'), run.workspace, limits.copied)
  const refused = copyAll(copy, chart, givenValues)
  if (refused !== null) return uncopiedChart(chart, refused)
  const values = [...readOwnValues(run.workspace, chart), ...givenValues]
  const validates = !schemasLeadElsewhere(run.workspace, copy)
  return renderChart({ run, helm, chart, home, copy, values, kubernetesVersion: null, validates })
}

const copyAll = (
  copy: PrivateCopy,
  { directory }: Chart,
  givenValues: readonly ValuesFile[]
): Refused | null => {
  const refused = copy.tree(directory)
  return givenValues.reduce(
    (first, { given }) => first ?? (given === null ? null : copy.file(given)),
    refused
  )
}

async function renderChart(job: ChartJob): Promise<RenderOutcome> {
  const { run, chart, copy } = job
  const given = job.values.flatMap(({ given: path }) => (path === null ? [] : [path]))
  const result = await helmTemplate(
    job,
    given.map(path => copy.pathOf(path))
  )
  if (result.kind === 'failed') {
    const reason = copy.withOriginals(result.reason)
    const version = kubernetesDemanded(reason, run.request.kubernetesMinors)
    if (version !== null && job.kubernetesVersion === null)
      return renderChart({ ...job, kubernetesVersion: version })
    const context = { workspace: run.workspace, chart, values: job.values }
    return { kind: 'failed', problem: { ...chartFailure(context, reason), unread: result.unread } }
  }
  const content = run.read({ file: chart.path, text: result.text }, chart.directory)
  const lines = result.text.split('\n')
  const images = [...new Set(content.uses.map(use => textAt(lines, use.location)))]
  const evidence = await proveValues(job, lines, images)
  const placeOf = chartSource({ workspace: run.workspace, chart, lines, evidence })
  const atPlaces = atSource(content, { renderer: 'chart', path: chart.path }, placeOf)
  const { kubernetesVersion: version } = job
  return {
    kind: 'rendered',
    content: {
      ...atPlaces,
      problems: [...atPlaces.problems, ...(version === null ? [] : [renderedFor(chart, version)])]
    },
    covered: [join(chart.directory, 'values.yaml'), ...given]
  }
}

/** Helm takes a list in the form of CSV (spf13/pflag, string_slice.go), so that a comma in a name would begin another file. */
const oneOfList = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** `--include-crds` keeps the numbering of hooks and resources as `helm install` has it; no test of `--validate` reaches a cluster. */
const helmTemplate = (
  job: ChartJob,
  valuesFiles: readonly PrivatePath[]
): Promise<RenderResult> => {
  const { namespace, helm: options } = job.run.request
  return renderWith(job.run.world, {
    program: job.helm,
    parameters: [
      'template',
      `--namespace=${namespace}`,
      '--include-crds',
      ...(job.validates ? [] : [withoutSchemas]),
      ...(job.kubernetesVersion === null ? [] : [`--kube-version=${job.kubernetesVersion}`]),
      ...valuesFiles.map(file => `--values=${oneOfList(file)}`),
      ...options.set.map(pair => `--set=${pair}`),
      // Nothing behind this is an option, whatever it begins with.
      '--',
      options.release ?? 'release-name',
      job.copy.pathOf(job.chart.directory)
    ],
    directory: job.home.path,
    home: job.home.path,
    network: false
  })
}

/**
 * Finds out by experiment which values are in which line. One more render with all marks answers for
 * all images at once; where the marks upset the chart, they are tried one by one, the most telling first.
 */
async function proveValues(
  job: ChartJob,
  lines: readonly string[],
  images: readonly string[]
): Promise<ValuesEvidence> {
  const probes = findProbes(job.values, images)
  if (probes.length === 0) return { hits: new Map(), unproven: [] }
  const together = await renderMarked(job, lines, probes)
  if (together !== null) return { hits: together, unproven: [] }
  const hits = new Map<number, readonly Hit[]>()
  const decided = new Set<Probe>()
  for (const probe of mostTelling(probes)) {
    const alone = await renderMarked(job, lines, [probe])
    if (alone !== null) decided.add(probe)
    for (const [line, found] of alone ?? []) hits.set(line, [...(hits.get(line) ?? []), ...found])
  }
  return { hits, unproven: probes.filter(probe => !decided.has(probe)) }
}

const mostTelling = (probes: readonly Probe[]): readonly Probe[] => {
  const namesHost = (probe: Probe) => Number(writtenHost(`${probe.text}/`) !== '')
  return [...probes]
    .sort((one, other) => namesHost(other) - namesHost(one))
    .slice(0, limits.probeRenders)
}

async function renderMarked(
  job: ChartJob,
  lines: readonly string[],
  probes: readonly Probe[]
): Promise<ReadonlyMap<number, readonly Hit[]> | null> {
  const marked = new Set(probes.map(probe => probe.file))
  const files = job.values.flatMap((file, index) => {
    if (marked.has(file)) return [writeMarked(job, file, probes, index)]
    return file.given === null ? [] : [job.copy.pathOf(file.given)]
  })
  const result = await helmTemplate(job, files)
  return result.kind === 'failed' ? null : readHits(lines, result.text.split('\n'), probes)
}

/** A copy with marks; a chart's own values become the first `--values`, which has the same effect. */
const writeMarked = (
  { home }: ChartJob,
  file: ValuesFile,
  probes: readonly Probe[],
  index: number
): PrivatePath => {
  const text = withMarks(file, probes)
  return home.write(`values-${index}.yaml`, file.under === null ? text : nested(file.under, text))
}

const nested = (key: string, text: string): string =>
  `${JSON.stringify(key)}:\n${text.replace(/^(?=.)/gm, '  ')}`

const unreadableChart = (run: RenderRun, directory: string): RenderOutcome => ({
  kind: 'failed',
  problem: notRendered(
    lineLocation(run.workspace.shown(join(directory, 'Chart.yaml'))),
    'Chart.yaml cannot be read, so the images of this chart are not judged',
    'Save it as UTF-8 text that the running user may read.'
  )
})

const uncopiedChart = (chart: Chart, { file, reason }: Refused): RenderOutcome => ({
  kind: 'failed',
  problem: notRendered(
    lineLocation(file),
    `"${file}" ${reason}, so the chart ${chart.path} was not rendered and its images are not judged`,
    'Keep all that the chart needs as ordinary files in its directory, and nothing else.'
  )
})

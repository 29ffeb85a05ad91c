import { join } from 'node:path'
import { memoize } from '../../base/memoize.ts'
import { counted } from '../../base/sentences.ts'
import type { PrivateDirectory } from '../../files/private-directory.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import { findProgram } from '../../programs/find-program.ts'
import { lineLocation } from '../../yaml/location.ts'
import { chartFileName } from '../files/search.ts'
import type { ChartDeployment } from '../gitops/chart-deployments.ts'
import { loadChart, unreadableChart } from '../helm/chart.ts'
import type { ChartOptions } from '../helm/chart-job.ts'
import { readChart, type Chart } from '../helm/chart-metadata.ts'
import { chartNames, namesOfNoChart, optionsFor } from '../helm/chart-options.ts'
import { deployedOptions, ownOptions } from '../helm/deployed-options.ts'
import { readGivenValues } from '../helm/values.ts'
import type { Kustomize } from '../kustomize/kustomize-build.ts'
import { limits } from '../limits.ts'
import { notRendered } from '../problem.ts'
import { inParallel } from './in-parallel.ts'
import type { RenderOutcome, RenderRun } from './render-run.ts'

export type ChartOutcome = RenderOutcome & {
  readonly directory: string
  /** null: no object deploys it, so that it was rendered as it is. */
  readonly deployment: ChartDeployment | null
}

/** A chart, once for each object that deploys it. */
type ChartWay = {
  readonly directory: string
  /** null: its Chart.yaml cannot be read. */
  readonly chart: Chart | null
  readonly deployment: ChartDeployment | null
}

type ChartRun = {
  readonly run: RenderRun
  readonly helm: string
  /** null: neither kustomize nor kubectl is there. */
  readonly kustomize: Kustomize | null
  readonly temporary: PrivateDirectory
}

/** Renders charts as objects deploy them, and those that none deploys as they are. */
export const renderCharts = async (
  run: RenderRun,
  kustomize: Kustomize | null,
  directories: ReadonlySet<string>,
  deployments: readonly ChartDeployment[],
  temporary: PrivateDirectory
): Promise<{
  readonly outcomes: readonly ChartOutcome[]
  readonly problems: readonly ManifestProblem[]
}> => {
  const all = waysOf(run, directories, deployments)
  const [first] = all
  if (first === undefined) return { outcomes: [], problems: [] }
  const helm = findProgram('helm', run.world.environment)
  if (helm === null) return { outcomes: [], problems: [helmMissing(run, all)] }
  const charts = [...new Set(all.flatMap(({ chart }) => chart ?? []))]
  const optionsOf = optionsIn(run, charts)
  const chartRun = { run, helm, kustomize, temporary }
  const outcomes = await inParallel(all, limits.concurrentRenders, (way, index) =>
    renderWay(chartRun, way, optionsOf, `chart-${index}`)
  )
  return { outcomes, problems: unknownCharts(run, first.directory, chartsInSight(run, charts)) }
}

const waysOf = (
  { workspace }: RenderRun,
  directories: ReadonlySet<string>,
  deployments: readonly ChartDeployment[]
): readonly ChartWay[] => {
  const byPlace = new Map<string, { directory: string; deployments: ChartDeployment[] }>()
  const placeOf = (directory: string): { directory: string; deployments: ChartDeployment[] } => {
    const real = workspace.withoutLinks(directory)
    const place = byPlace.get(real) ?? { directory, deployments: [] }
    byPlace.set(real, place)
    return place
  }
  for (const directory of directories) placeOf(directory)
  for (const deployment of deployments) placeOf(deployment.directory).deployments.push(deployment)
  return [...byPlace.values()].flatMap(({ directory, deployments: ways }) => {
    const chart = readChart(workspace, directory)
    return (ways.length === 0 ? [null] : ways).map(deployment => ({ directory, chart, deployment }))
  })
}

const renderWay = async (
  { run, helm, kustomize, temporary }: ChartRun,
  { directory, chart, deployment }: ChartWay,
  optionsOf: OptionsOf,
  name: string
): Promise<ChartOutcome> => {
  if (chart === null) return { ...unreadableChart(run, directory), directory, deployment }
  const home = temporary.directory(name)
  const outcome = await loadChart(
    run,
    { helm, kustomize },
    chart,
    optionsOf(chart, deployment),
    home
  )
  home.remove()
  return { ...outcome, directory, deployment }
}

type OptionsOf = (chart: Chart, deployment: ChartDeployment | null) => ChartOptions

/** Each values file is read once, whatever the number of charts that take it. */
const optionsIn = (run: RenderRun, charts: readonly Chart[]): OptionsOf => {
  const { workspace, request } = run
  const names = chartNames(charts)
  const valuesAt = memoize((path: string) => readGivenValues(workspace, path))
  const all = new Map(charts.map(chart => [chart, optionsFor(request.helm, chart, names)]))
  // A file that cannot be read is an error of the run, told before Helm starts.
  for (const { valuesFiles } of all.values()) valuesFiles.forEach(valuesAt)
  return (chart, deployment) => {
    const options = all.get(chart) ?? optionsFor(request.helm, chart, names)
    const given = { ...options, values: options.valuesFiles.map(valuesAt) }
    return deployment === null
      ? ownOptions(request, chart, given)
      : deployedOptions(run, chart, given, deployment)
  }
}

const helmMissing = ({ workspace }: RenderRun, all: readonly ChartWay[]): ManifestProblem => {
  const charts = [...new Set(all.map(({ directory }) => directory))]
  const location = lineLocation(workspace.shown(join(charts[0] ?? '', chartFileName)))
  const message = `Helm is not on PATH, so ${counted(charts.length, 'chart')} could not be rendered and only the values files were read`
  const notBuilt = {
    kustomizations: [],
    charts: charts.map(directory => workspace.shown(directory)),
    isFault: false,
    isAll: false
  }
  return { ...notRendered(location, message, installHelm), notBuilt }
}

/** What is set for a chart that is rendered with others is no mistake. */
const chartsInSight = (
  { workspace, charts: all }: RenderRun,
  read: readonly Chart[]
): readonly Chart[] => {
  const known = new Map(read.map(chart => [chart.directory, chart]))
  const others = [...all].filter(directory => !known.has(directory))
  return [...read, ...others.flatMap(directory => readChart(workspace, directory) ?? [])]
}

const unknownCharts = (
  { workspace, request }: RenderRun,
  first: string,
  charts: readonly Chart[]
): readonly ManifestProblem[] =>
  namesOfNoChart(request.helm, chartNames(charts)).map(name => ({
    check: 'render-failed',
    severity: 'note',
    message: `No chart here has the path or name '${name}', so what was set for it was not used`,
    remediation: `Write the path as the report does, or the name in Chart.yaml: ${charts
      .map(({ path }) => path)
      .slice(0, 3)
      .join(', ')}.`,
    location: lineLocation(workspace.shown(join(first, chartFileName))),
    unread: null
  }))

const installHelm =
  'Install Helm 3 or 4 before the check (https://helm.sh/docs/intro/install/, in a workflow `azure/setup-helm`), or pass `helm template` output.'

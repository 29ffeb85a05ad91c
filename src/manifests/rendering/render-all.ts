import { join } from 'node:path'
import { PrivateDirectory } from '../../files/private-directory.ts'
import { counted } from '../../base/sentences.ts'
import { lineLocation } from '../../yaml/location.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import type { Environment } from '../../programs/execution.ts'
import { findProgram } from '../../programs/find-program.ts'
import { privateFolder } from '../../programs/private-folder.ts'
import { loadChart, unreadableChart } from '../helm/chart.ts'
import type { ChartOptions } from '../helm/chart-job.ts'
import { readChart, type Chart } from '../helm/chart-metadata.ts'
import { chartNames, namesOfNoChart, optionsFor } from '../helm/chart-options.ts'
import { memoize } from '../../base/memoize.ts'
import { inParallel } from './in-parallel.ts'
import type { Kustomization } from '../kustomize/kustomization.ts'
import type { FoundKustomizations } from '../kustomize/kustomization-graph.ts'
import { loadKustomization, type Kustomize } from '../kustomize/kustomize-build.ts'
import { limits } from '../limits.ts'
import { notRendered } from '../problem.ts'
import type { World } from '../world.ts'
import type { RenderOutcome, RenderRun } from './render-run.ts'
import { chartFileName, type RenderedFiles } from '../files/search.ts'
import { readGivenValues } from '../helm/values.ts'

export type ChartOutcome = RenderOutcome & { readonly directory: string }
export type KustomizationOutcome = RenderOutcome & { readonly leaf: Kustomization }

export type RenderedAll = {
  readonly charts: readonly ChartOutcome[]
  readonly kustomizations: readonly KustomizationOutcome[]
  /** A binary that is missing is one problem of the run. */
  readonly problems: readonly ManifestProblem[]
}

/** Renders the charts and the outermost kustomizations that were found, in a temporary directory. */
export async function renderAll(
  run: RenderRun,
  search: Pick<RenderedFiles, 'charts'>,
  found: FoundKustomizations
): Promise<RenderedAll> {
  if (search.charts.size + found.leaves.length === 0) return nothingRendered
  await tellWhatIsMissing(run.world)
  const temporary = PrivateDirectory.make(privateFolder(run.world.environment), 'render-')
  try {
    const charts = await renderCharts(run, search, temporary)
    const kustomizations = await buildKustomizations(run, found, temporary)
    return {
      charts: charts.outcomes,
      kustomizations: kustomizations.outcomes,
      problems: [...charts.problems, ...kustomizations.problems]
    }
  } finally {
    temporary.remove()
  }
}

const tellWhatIsMissing = async ({ missingWalls, progress }: World): Promise<void> => {
  const missing = await missingWalls()
  if (missing.length > 0)
    progress(
      `Around helm and kustomize not every wall stands on this machine: ${missing.join('; ')}`
    )
}

export const nothingRendered: RenderedAll = { charts: [], kustomizations: [], problems: [] }

type Outcomes<Outcome> = {
  readonly outcomes: readonly Outcome[]
  readonly problems: readonly ManifestProblem[]
}

const renderCharts = async (
  run: RenderRun,
  search: Pick<RenderedFiles, 'charts'>,
  temporary: PrivateDirectory
): Promise<Outcomes<ChartOutcome>> => {
  const directories = [...search.charts]
  const [first] = directories
  if (first === undefined) return { outcomes: [], problems: [] }
  const helm = findProgram('helm', run.world.environment)
  if (helm === null) {
    const location = lineLocation(run.workspace.shown(join(first, chartFileName)))
    const message = `Helm is not on PATH, so ${counted(directories.length, 'chart')} could not be rendered and only the values files were read`
    const charts = directories.map(directory => run.workspace.shown(directory))
    const notBuilt = { kustomizations: [], charts, isFault: false, isAll: false }
    return {
      outcomes: [],
      problems: [{ ...notRendered(location, message, installHelm), notBuilt }]
    }
  }
  const charts = directories.map(directory => readChart(run.workspace, directory))
  const optionsOf = chartOptions(
    run,
    charts.filter(chart => chart !== null)
  )
  const outcomes = await inParallel(
    directories,
    limits.concurrentRenders,
    async (directory, index) => {
      const chart = charts[index] ?? null
      if (chart === null) return { ...unreadableChart(run, directory), directory }
      const home = temporary.directory(`chart-${index}`)
      const outcome = await loadChart(run, helm, chart, optionsOf(chart), home)
      home.remove()
      return { ...outcome, directory }
    }
  )
  return {
    outcomes,
    problems: unknownCharts(run, first, chartsInSight(run, charts))
  }
}

/** What is set for a chart that is rendered with others is no mistake. */
const chartsInSight = ({ workspace, charts: all }: RenderRun, read: readonly (Chart | null)[]) => {
  const known = new Map(read.flatMap(chart => (chart === null ? [] : [[chart.directory, chart]])))
  return [...all].flatMap(
    directory => known.get(directory) ?? readChart(workspace, directory) ?? []
  )
}

/** Each values file is read once, whatever the number of charts that take it. */
const chartOptions = ({ workspace, request }: RenderRun, charts: readonly Chart[]) => {
  const names = chartNames(charts)
  const valuesAt = memoize((path: string) => readGivenValues(workspace, path))
  const all = new Map(charts.map(chart => [chart, optionsFor(request.helm, chart, names)]))
  // A file that cannot be read is an error of the run, told before Helm starts.
  for (const { valuesFiles } of all.values()) valuesFiles.forEach(valuesAt)
  return (chart: Chart): ChartOptions => {
    const { valuesFiles, set, release } = all.get(chart) ?? optionsFor(request.helm, chart, names)
    return { values: valuesFiles.map(valuesAt), set, release }
  }
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

const buildKustomizations = async (
  run: RenderRun,
  found: FoundKustomizations,
  temporary: PrivateDirectory
): Promise<Outcomes<KustomizationOutcome>> => {
  const { leaves } = found
  const [first] = leaves
  if (first === undefined) return { outcomes: [], problems: [] }
  const kustomize = findKustomize(run.world.environment)
  if (kustomize === null) {
    const message = `Neither kustomize nor kubectl is on PATH, so ${counted(leaves.length, 'kustomization')} could not be built and the files were read as they are`
    const problem = notRendered(lineLocation(first.source.file), message, installKustomize)
    const kustomizations = [...new Set(leaves.map(({ shown }) => shown))]
    const notBuilt = { kustomizations, isFault: false, isAll: true }
    return { outcomes: [], problems: [{ ...problem, notBuilt }] }
  }
  const outcomes = await inParallel(leaves, limits.concurrentRenders, async (leaf, index) => {
    const home = temporary.directory(`kustomization-${index}`)
    const outcome = await loadKustomization(run, kustomize, found, leaf, home)
    home.remove()
    return { ...outcome, leaf }
  })
  return { outcomes, problems: [] }
}

const installKustomize =
  'Install kustomize (https://kubectl.docs.kubernetes.io/installation/kustomize/) or kubectl before the check, or pass `kustomize build` output.'

const findKustomize = (environment: Environment): Kustomize | null => {
  const kustomize = findProgram('kustomize', environment)
  if (kustomize !== null) return { program: kustomize, command: 'build' }
  const kubectl = findProgram('kubectl', environment)
  return kubectl === null ? null : { program: kubectl, command: 'kustomize' }
}

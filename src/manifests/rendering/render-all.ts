import { PrivateDirectory } from '../../files/private-directory.ts'
import { counted } from '../../base/sentences.ts'
import { lineLocation } from '../../yaml/location.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import type { Environment } from '../../programs/execution.ts'
import { findProgram } from '../../programs/find-program.ts'
import { privateFolder } from '../../programs/private-folder.ts'
import { isElsewhere, isHere, type DeployedChart } from '../gitops/charts-elsewhere.ts'
import { renderCharts, type ChartOutcome } from './render-charts.ts'
import { inParallel } from './in-parallel.ts'
import type { Kustomization } from '../kustomize/kustomization.ts'
import type { FoundKustomizations } from '../kustomize/kustomization-graph.ts'
import { loadKustomization, type Kustomize } from '../kustomize/kustomize-build.ts'
import { limits } from '../limits.ts'
import { notRendered } from '../problem.ts'
import type { World } from '../world.ts'
import type { RenderOutcome, RenderRun } from './render-run.ts'
import type { RenderedFiles } from '../files/search.ts'

export type KustomizationOutcome = RenderOutcome & { readonly leaf: Kustomization }

export type RenderedAll = {
  readonly charts: readonly ChartOutcome[]
  readonly kustomizations: readonly KustomizationOutcome[]
  /** What objects deploy of charts, rendered or not. */
  readonly deployed: readonly DeployedChart[]
  /** A binary that is missing is one problem of the run. */
  readonly problems: readonly ManifestProblem[]
}

/** What is found to be deployed of charts, once it is known what kustomizations come to. */
export type DeployedCharts = (
  kustomizations: readonly KustomizationOutcome[]
) => readonly DeployedChart[]

/** Renders the outermost kustomizations that were found, and then the charts as what was built deploys them. */
export async function renderAll(
  run: RenderRun,
  search: Pick<RenderedFiles, 'charts'>,
  found: FoundKustomizations,
  deployedCharts: DeployedCharts
): Promise<RenderedAll> {
  if (found.leaves.length === 0 && search.charts.size === 0) {
    const deployed = deployedCharts([])
    if (deployed.every(isElsewhere)) return nothingRendered(deployed)
  }
  await tellWhatIsMissing(run.world)
  const temporary = PrivateDirectory.make(privateFolder(run.world.environment), 'render-')
  try {
    const kustomize = findKustomize(run.world.environment)
    const kustomizations = await buildKustomizations(run, kustomize, found, temporary)
    const deployed = deployedCharts(kustomizations.outcomes)
    const deployments = deployed.filter(isHere)
    const charts = await renderCharts(run, kustomize, search.charts, deployments, temporary)
    return {
      charts: charts.outcomes,
      kustomizations: kustomizations.outcomes,
      deployed,
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

export const nothingRendered = (deployed: readonly DeployedChart[]): RenderedAll => ({
  charts: [],
  kustomizations: [],
  deployed,
  problems: []
})

type Outcomes<Outcome> = {
  readonly outcomes: readonly Outcome[]
  readonly problems: readonly ManifestProblem[]
}

const buildKustomizations = async (
  run: RenderRun,
  kustomize: Kustomize | null,
  found: FoundKustomizations,
  temporary: PrivateDirectory
): Promise<Outcomes<KustomizationOutcome>> => {
  const { leaves } = found
  const [first] = leaves
  if (first === undefined) return { outcomes: [], problems: [] }
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

import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { parseDocuments } from '../../kubernetes/read.ts'
import { chainOf, coveredBy, type KustomizationGraph } from './kustomization-graph.ts'
import type { Kustomization } from './kustomization.ts'
import { copyWithoutRemotes } from './kustomize-copy.ts'
import {
  buildFailure,
  innermostCause,
  isRestricted,
  refusal,
  remotesInTheWay,
  remotesLeftOut,
  remotesOf,
  type Remotes
} from './kustomize-failure.ts'
import { withoutOrigins } from './kustomize-origin.ts'
import { kustomizeSource } from './kustomize-source.ts'
import type { RenderOutcome, RenderRun } from '../rendering/render-run.ts'
import { scalarFinder } from '../rendering/rendered-text.ts'
import { atSource } from '../rendering/at-source.ts'
import { renderWith, type RenderResult } from '../rendering/run-binary.ts'

/** `kustomize build`, or `kubectl kustomize` where only that is installed. */
export type Kustomize = {
  /** Absolute path. */
  readonly program: string
  readonly command: 'build' | 'kustomize'
}

type BuildJob = {
  readonly run: RenderRun
  readonly kustomize: Kustomize
  readonly graph: KustomizationGraph
  readonly leaf: Kustomization
  /** The leaf and all that it includes. */
  readonly chain: readonly Kustomization[]
  /** An empty directory of this kustomization's own. */
  readonly home: string
}

/** Builds one kustomization and brings what is in it back to the lines of its files. */
export async function loadKustomization(
  run: RenderRun,
  kustomize: Kustomize,
  graph: KustomizationGraph,
  leaf: Kustomization,
  home: string
): Promise<RenderOutcome> {
  const chain = chainOf(graph, leaf)
  const refused = refusal(run, graph, leaf, chain)
  if (refused !== null) return { kind: 'failed', problem: refused }
  const job = { run, kustomize, graph, leaf, chain, home }
  const [first, ...others] = run.request.remoteBases ? [] : remotesOf(chain)
  return first === undefined ? buildAll(job) : buildLocalPart(job, first, others)
}

async function buildAll(job: BuildJob): Promise<RenderOutcome> {
  const { run, leaf, chain } = job
  const directory = writeWrapper(realpathSync(leaf.directory), job.home)
  const result = await build(job, directory)
  return result.kind === 'failed'
    ? { kind: 'failed', problem: buildFailure(run.workspace, leaf, chain, result.reason) }
    : rendered(job, result.text, directory, path => path)
}

/** Where what is left cannot be built, as when a patch is for an object of a remote base, that base is the trouble. */
async function buildLocalPart(
  job: BuildJob,
  first: Remotes,
  others: readonly Remotes[]
): Promise<RenderOutcome> {
  const { run, leaf, chain, home } = job
  const failed = (cause: string | null): RenderOutcome => ({
    kind: 'failed',
    problem: remotesInTheWay(leaf, first, cause)
  })
  const copy = copyWithoutRemotes(run.workspace, leaf, chain, home)
  if (copy === null) return failed(null)
  const directory = writeWrapper(copy.directory, home)
  const result = await runKustomize(job, directory, liftRestriction)
  if (result.kind === 'failed') return failed(innermostCause(copy.workspace, result.reason))
  const { content, ...outcome } = rendered(job, result.text, directory, copy.originalOf)
  const problems = [...content.problems, ...[first, ...others].map(remotesLeftOut)]
  return { ...outcome, content: { ...content, problems } }
}

/** `originalOf`: the file of the workspace that a built file stands for. */
function rendered(
  { run, graph, leaf, chain }: BuildJob,
  built: string,
  directory: string,
  originalOf: (path: string) => string
): Extract<RenderOutcome, { kind: 'rendered' }> {
  const parsed = parseDocuments({ file: leaf.shown, text: built })
  const text = withoutOrigins(built, parsed.documents)
  const placeOf = kustomizeSource({
    workspace: run.workspace,
    graph,
    leaf,
    directory,
    originalOf,
    scalarAtLocation: scalarFinder(built, parsed)
  })
  const content = run.read({ file: leaf.shown, text }, leaf.directory)
  return {
    kind: 'rendered',
    content: atSource(content, { renderer: 'kustomization', path: leaf.shown }, placeOf),
    covered: coveredBy(chain)
  }
}

/**
 * A kustomization of our own around the target, which asks for origin annotations and leaves the
 * user's tree untouched. kustomize takes only relative roots; between two Windows drives there is
 * none, and the build goes without origins.
 */
const writeWrapper = (target: string, home: string): string => {
  const directory = join(home, 'build')
  mkdirSync(directory)
  const path = relative(directory, target)
  if (isAbsolute(path)) return target
  const wrapper = {
    resources: [path.split(sep).join('/')],
    buildMetadata: ['originAnnotations']
  }
  writeFileSync(join(directory, 'kustomization.yaml'), JSON.stringify(wrapper))
  return directory
}

const liftRestriction = ['--load-restrictor', 'LoadRestrictionsNone']

/**
 * Controllers such as Flux build without kustomize's restriction to files below a kustomization. So
 * do we, when that is what stands in the way and every file in play has been seen to lie in the workspace.
 */
const build = async (job: BuildJob, directory: string): Promise<RenderResult> => {
  const restricted = await runKustomize(job, directory, [])
  const mayLift = !job.chain.some(({ hasPlugins }) => hasPlugins)
  return restricted.kind === 'failed' && isRestricted(restricted.reason) && mayLift
    ? runKustomize(job, directory, liftRestriction)
    : restricted
}

const runKustomize = (
  { run, kustomize, home }: BuildJob,
  directory: string,
  options: readonly string[]
): Promise<RenderResult> =>
  renderWith(run.world, {
    program: kustomize.program,
    parameters: [kustomize.command, directory, ...options],
    directory: home,
    home,
    network: run.request.remoteBases,
    deadline: run.deadline
  })

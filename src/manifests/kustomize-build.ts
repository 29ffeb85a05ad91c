import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { parseDocuments } from '../kubernetes/read.ts'
import { chainOf, coveredBy, type KustomizationGraph } from './kustomization-graph.ts'
import type { Kustomization } from './kustomization.ts'
import { buildFailure, isRestricted, refusal } from './kustomize-failure.ts'
import { withoutOrigins } from './kustomize-origin.ts'
import { kustomizeSource } from './kustomize-source.ts'
import type { RenderOutcome, RenderRun } from './render-run.ts'
import { scalarFinder } from './rendered-text.ts'
import { atSource } from './rendering.ts'
import { renderWith, type RenderResult } from './run-binary.ts'

/** `kustomize build`, or `kubectl kustomize` where only that is installed. */
export type Kustomize = {
  /** Absolute path. */
  readonly binary: string
  readonly command: 'build' | 'kustomize'
}

type BuildJob = {
  readonly run: RenderRun
  readonly kustomize: Kustomize
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
  const refused = refusal(run, leaf, chain)
  if (refused !== null) return { kind: 'failed', problem: refused }
  const directory = writeWrapper(leaf, home)
  const result = await build({ run, kustomize, leaf, chain, home }, directory)
  if (result.kind === 'failed') {
    return { kind: 'failed', problem: buildFailure(run.workspace, leaf, chain, result.reason) }
  }
  const built = { file: leaf.shown, text: result.text }
  const parsed = parseDocuments(built)
  const text = withoutOrigins(built.text, parsed.documents)
  const placeOf = kustomizeSource({
    workspace: run.workspace,
    graph,
    leaf,
    directory,
    scalarAtLocation: scalarFinder(built.text, parsed)
  })
  const content = run.read({ file: leaf.shown, text }, leaf.directory)
  return {
    kind: 'rendered',
    content: atSource(content, { renderer: 'kustomization', path: leaf.shown }, placeOf),
    covered: coveredBy(chain)
  }
}

/**
 * A kustomization of our own around the user's, which asks for origin annotations and leaves the
 * user's tree untouched. kustomize takes only relative roots; between two Windows drives there is
 * none, and the build goes without origins.
 */
const writeWrapper = (leaf: Kustomization, home: string): string => {
  const directory = join(home, 'build')
  mkdirSync(directory)
  const target = realpathSync(leaf.directory)
  const path = relative(directory, target)
  if (isAbsolute(path)) return target
  const wrapper = {
    resources: [path.split(sep).join('/')],
    buildMetadata: ['originAnnotations']
  }
  writeFileSync(join(directory, 'kustomization.yaml'), JSON.stringify(wrapper))
  return directory
}

/**
 * Controllers such as Flux build without kustomize's restriction to files below a kustomization. So
 * do we, when that is what stands in the way and every file in play has been seen to lie in the workspace.
 */
const build = async (job: BuildJob, directory: string): Promise<RenderResult> => {
  const restricted = await runKustomize(job, directory, [])
  const mayLift = !job.chain.some(({ hasPlugins }) => hasPlugins)
  return restricted.kind === 'failed' && isRestricted(restricted.reason) && mayLift
    ? runKustomize(job, directory, ['--load-restrictor', 'LoadRestrictionsNone'])
    : restricted
}

const runKustomize = (
  { run, kustomize, home }: BuildJob,
  directory: string,
  options: readonly string[]
): Promise<RenderResult> =>
  renderWith(run.world, {
    binary: kustomize.binary,
    parameters: [kustomize.command, directory, ...options],
    directory: home,
    home,
    network: run.request.remoteBases,
    deadline: run.deadline
  })

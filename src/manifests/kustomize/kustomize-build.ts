import { relative, sep } from 'node:path'
import type { PrivateCopy } from '../../files/private-copy.ts'
import type { PrivateDirectory, PrivatePath } from '../../files/private-directory.ts'
import { parseDocuments } from '../../kubernetes/read.ts'
import {
  chainOf,
  coveredBy,
  graphOf,
  type FoundKustomizations,
  type KustomizationGraph
} from './kustomization-graph.ts'
import type { Kustomization } from './kustomization.ts'
import { copyChain, copyWithoutRemotes } from './kustomize-copy.ts'
import {
  buildFailure,
  innermostCause,
  refusal,
  remotesInTheWay,
  remotesLeftOut,
  remotesOf,
  uncopied,
  type Remotes
} from './kustomize-failure.ts'
import { withoutOrigins } from './kustomize-origin.ts'
import { kustomizeSource } from './kustomize-source.ts'
import { mayHoldObjects } from '../gitops/gitops-objects.ts'
import type { Overlaid } from './overlaid.ts'
import type { RenderOutcome, RenderRun } from '../rendering/render-run.ts'
import { scalarFinder } from '../rendering/rendered-text.ts'
import { atSource } from '../rendering/at-source.ts'
import type { RenderResult } from '../rendering/render-result.ts'
import { renderWith } from '../rendering/run-binary.ts'

/** `kustomize build`, or `kubectl kustomize` where only that is installed. */
export type Kustomize = {
  /** Absolute path. */
  readonly program: string
  readonly command: 'build' | 'kustomize'
}

/** Bytes of what is built, by path. */
type Sizes = ReadonlyMap<string, number>

type BuildJob = {
  readonly run: RenderRun
  readonly kustomize: Kustomize
  readonly graph: KustomizationGraph
  readonly leaf: Kustomization
  /** The leaf and all that it includes. */
  readonly chain: readonly Kustomization[]
  /** What a controller makes of the leaf; null: it is built as it stands. */
  readonly overlaid: Overlaid | null
  /** A directory of this kustomization's own. */
  readonly home: PrivateDirectory
}

/** Builds one kustomization and brings what is in it back to the lines of its files. */
export async function loadKustomization(
  run: RenderRun,
  kustomize: Kustomize,
  found: FoundKustomizations,
  leaf: Kustomization,
  home: PrivateDirectory
): Promise<RenderOutcome> {
  const overlaid = found.overlaid.get(leaf) ?? null
  const graph = graphOf(found, leaf)
  const chain = chainOf(graph, leaf)
  const refused = refusal(run, graph, chain)
  if (refused !== null) return { kind: 'failed', problem: refused }
  const job = { run, kustomize, graph, leaf, chain, overlaid, home }
  const [first, ...others] = run.request.remoteBases ? [] : remotesOf(chain)
  return first === undefined ? buildAll(job) : buildLocalPart(job, first, others)
}

async function buildAll(job: BuildJob): Promise<RenderOutcome> {
  const { run, leaf, chain, overlaid, home } = job
  const edited = overlaid?.edited ?? null
  const copied = copyChain(run.workspace, { members: chain, edited }, home)
  if (copied.kind === 'refused') return { kind: 'failed', problem: uncopied(leaf, copied) }
  const { copy } = copied
  const directory = writeWrapper(copy.pathOf(leaf.directory), home)
  const result = await build(job, directory, copy.sizes)
  if (result.kind === 'rendered') return rendered(job, result.text, directory, copy)
  const reason = copy.withOriginals(result.reason)
  const problem = buildFailure(run.workspace, leaf, chain, reason)
  return { kind: 'failed', problem: { ...problem, unread: result.unread } }
}

/** Where what is left cannot be built, as when a patch is for an object of a remote base, that base is the trouble. */
async function buildLocalPart(
  job: BuildJob,
  first: Remotes,
  others: readonly Remotes[]
): Promise<RenderOutcome> {
  const { run, leaf, chain, overlaid, home } = job
  const failed = (cause: string | null): RenderOutcome => ({
    kind: 'failed',
    problem: remotesInTheWay(leaf, first, cause)
  })
  const copied = copyWithoutRemotes(
    run.workspace,
    { members: chain, edited: overlaid?.edited ?? null },
    home
  )
  if (copied === null) return failed(null)
  if (copied.kind === 'refused') return { kind: 'failed', problem: uncopied(leaf, copied) }
  const { copy } = copied
  const directory = writeWrapper(copy.pathOf(leaf.directory), home)
  const result = await runKustomize(job, directory, copy.sizes, liftRestriction)
  if (result.kind === 'failed')
    return failed(innermostCause(run.workspace, copy.withOriginals(result.reason)))
  const { content, ...outcome } = rendered(job, result.text, directory, copy)
  const problems = [...content.problems, ...[first, ...others].map(remotesLeftOut)]
  return { ...outcome, content: { ...content, problems } }
}

function rendered(
  { run, graph, leaf, chain, overlaid }: BuildJob,
  built: string,
  directory: PrivatePath,
  copy: PrivateCopy
): Extract<RenderOutcome, { kind: 'rendered' }> {
  const parsed = parseDocuments({ file: leaf.shown, text: built })
  const text = withoutOrigins(built, parsed.documents)
  const placeOf = kustomizeSource({
    workspace: run.workspace,
    graph,
    leaf,
    directory,
    originalOf: path => copy.originalOf(path),
    scalarAtLocation: scalarFinder(built, parsed)
  })
  const content = run.read({ file: leaf.shown, text }, leaf.directory, overlaid?.ways)
  return {
    kind: 'rendered',
    content: atSource(content, { renderer: 'kustomization', path: leaf.shown }, placeOf),
    covered: coveredBy(run.workspace, chain),
    objects: mayHoldObjects(text)
      ? [
          {
            path: leaf.path,
            source: { file: leaf.shown, text },
            ways: overlaid?.ways ?? run.waysAt(leaf.directory),
            placeOf: location => placeOf(location).location,
            unbuilt: null
          }
        ]
      : []
  }
}

/**
 * A kustomization of our own around the target, which asks for origin annotations. kustomize takes only relative roots.
 */
const writeWrapper = (target: PrivatePath, home: PrivateDirectory): PrivatePath => {
  const directory = home.directory('build')
  const path = relative(directory.path, target)
  const wrapper = {
    resources: [path.split(sep).join('/')],
    buildMetadata: ['originAnnotations']
  }
  directory.write('kustomization.yaml', JSON.stringify(wrapper))
  return directory.path
}

const liftRestriction = ['--load-restrictor', 'LoadRestrictionsNone']

/**
 * Controllers such as Flux build without kustomize's restriction to files below a kustomization. So
 * do we, where every file in play has been seen to lie in the workspace.
 */
const build = (job: BuildJob, directory: PrivatePath, sizes: Sizes): Promise<RenderResult> =>
  runKustomize(job, directory, sizes, remotesOf(job.chain).length === 0 ? liftRestriction : [])

const runKustomize = (
  { run, kustomize, home }: BuildJob,
  directory: PrivatePath,
  sizes: Sizes,
  options: readonly string[]
): Promise<RenderResult> =>
  renderWith(run, {
    program: kustomize.program,
    parameters: [kustomize.command, ...options, '--', directory],
    directory: home.path,
    home: home.path,
    network: run.request.remoteBases,
    sizes,
    digest: () => home.digest()
  })

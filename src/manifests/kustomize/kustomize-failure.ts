import { lineLocation, type Location } from '../../yaml/location.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import { command } from '../../base/shell-command.ts'
import type { KustomizationGraph } from './kustomization-graph.ts'
import { referencesOf, type Kustomization } from './kustomization.ts'
import type { Unclear } from './plugin-configurations.ts'
import { kustomizationIn, type Reference } from './reference.ts'
import { notRendered } from '../problem.ts'
import type { Refused } from '../../files/refused.ts'
import type { RenderRun } from '../rendering/render-run.ts'
import type { Workspace } from '../../files/workspace.ts'

/** Why a kustomization is not built at all, or null: what kustomize would read outside or unseen, or run. */
export const refusal = (
  { workspace }: RenderRun,
  graph: KustomizationGraph,
  chain: readonly Kustomization[]
): ManifestProblem | null => {
  for (const owner of chain) {
    if (owner.unclear !== null) return unclearProblem(owner, owner.unclear)
    if (owner.charts !== null) return inflatingProblem(owner, owner.charts)
    for (const reference of referencesOf(owner)) {
      const reason = unreadableReason(workspace, graph, reference)
      if (reason !== null) return referenceProblem(owner, reference, reason)
    }
  }
  return null
}

const notBuilt = 'was not built, nor what builds on it, and their images are not judged'

const unclearProblem = (
  { shown }: Kustomization,
  { words, cure, location }: Unclear
): ManifestProblem =>
  notRendered(
    location,
    `The kustomization ${shown} ${words}, so it cannot be seen which files kustomize would read; it ${notBuilt}`,
    cure
  )

const inflatingProblem = ({ shown }: Kustomization, location: Location): ManifestProblem =>
  notRendered(
    location,
    `The kustomization ${shown} inflates a Helm chart, which kustomize only does with --enable-helm, so it ${notBuilt}`,
    'Check what kustomize builds instead.',
    `${command('kustomize', 'build', '--enable-helm', shown)} | acr-pull-check check -`
  )

const referenceProblem = (
  { shown }: Kustomization,
  { text, location }: Reference,
  reason: string
): ManifestProblem =>
  notRendered(
    location,
    `"${text}" ${reason}, so the kustomization ${shown} ${notBuilt}`,
    'Keep all that a kustomization needs as ordinary files in the repository, or run the check from a directory that holds both.'
  )

/** What kustomize must not be let at, in words; what is not there, kustomize complains of itself. */
const unreadableReason = (
  workspace: Workspace,
  graph: KustomizationGraph,
  { path }: Reference
): string | null => {
  if (path === null) return null
  const found = workspace.look(path)
  if (found.kind === 'refused') return isMissing(found) ? null : wordsFor(found)
  return found.kind === 'directory' && kustomizationIn(workspace, path) !== null && !graph.has(path)
    ? 'has a kustomization file that cannot be read'
    : null
}

const isMissing = ({ code }: Refused): boolean => code === 'absent' || code === 'dangling'

const wordsFor = ({ code, reason }: Refused): string =>
  code === 'leaves' ? 'lies outside the workspace' : reason

/** Something that kustomize would read and that was refused when it was to be copied. */
export const uncopied = (leaf: Kustomization, { file, reason }: Refused): ManifestProblem =>
  notRendered(
    lineLocation(file),
    `"${file}" ${reason}, so the kustomization ${leaf.shown} ${notBuilt}`,
    'Keep all that a kustomization needs as ordinary files in the repository, and nothing else.'
  )

/** A kustomization, and what kustomize would fetch for it. */
export type Remotes = {
  readonly owner: Kustomization
  readonly first: Reference
  readonly others: readonly Reference[]
}

export const remotesOf = (chain: readonly Kustomization[]): readonly Remotes[] =>
  chain.flatMap(owner => {
    const [first, ...others] = referencesOf(owner).filter(({ path }) => path === null)
    return first === undefined ? [] : [{ owner, first, others }]
  })

const wouldBeTaken = ({ first, others }: Remotes): string =>
  `"${first.text}"${others.length === 0 ? '' : ` and ${others.length} more`} would be taken from the network`

const allowRemotes =
  'Allow it with `--remote-bases` (action input `remote-bases: true`), or keep a copy in the repository.'

/**
 * Directories and files of Kubebuilder and of releases that hold custom resource definitions, which name no image:
 * `config/crd?ref=v1`, `config/crd/bases/x.yaml`, `crds/x.yaml`, `crds.yaml`, `operator-crds.yaml`.
 */
const definitions =
  /\/crds?\/?(?:[?#]|$)|\/crds?\/(?:bases\/)?[^/?#]+\.ya?ml(?:[?#]|$)|[/._-](?:crds?|customresourcedefinitions?)\.ya?ml(?:[?#]|$)/i

const areDefinitions = ({ first, others }: Remotes): boolean =>
  [first, ...others].every(({ text }) => definitions.test(text))

/** The rest was built without them. */
export const remotesLeftOut = (remotes: Remotes): ManifestProblem =>
  areDefinitions(remotes)
    ? {
        check: 'render-failed',
        severity: 'note',
        message: `${wouldBeTaken(remotes)}; by its name it holds custom resource definitions, which name no image`,
        remediation: allowRemotes,
        location: remotes.first.location,
        unread: null
      }
    : missing(remotes)

const missing = (remotes: Remotes): ManifestProblem =>
  notRendered(
    remotes.first.location,
    `${wouldBeTaken(remotes)}, so what that brings to the kustomization ${remotes.owner.shown} is not judged`,
    allowRemotes
  )

/** Nothing was built, because without them nothing can be: a patch is for an object of a remote base. */
export const remotesInTheWay = (
  leaf: Kustomization,
  remotes: Remotes,
  cause: string | null
): ManifestProblem =>
  notRendered(
    remotes.first.location,
    `${wouldBeTaken(remotes)}, and without that ${unbuilt(leaf, remotes.owner)} cannot be built${cause === null ? '' : ` (${cause})`}, so its images are not judged`,
    allowRemotes
  )

/** The same for all that build on the owner, so that many overlays of one base have one problem. */
const unbuilt = (leaf: Kustomization, owner: Kustomization): string =>
  leaf === owner
    ? `the kustomization ${leaf.shown}`
    : `some of what builds on the kustomization ${owner.shown}`

/** A failing build as a problem on the entry that kustomize names, else on the kustomization it was in. */
export const buildFailure = (
  workspace: Workspace,
  leaf: Kustomization,
  chain: readonly Kustomization[],
  reason: string
): ManifestProblem => {
  const cause = innermostCause(workspace, reason)
  return {
    ...notRendered(
      faultLocation(leaf, chain, reason),
      `kustomize could not build ${leaf.shown}, so its images are not judged: ${cause}`,
      'Correct it until kustomize builds it; the command repeats the fault.',
      command('kustomize', 'build', leaf.shown)
    ),
    alike: `kustomizations could not be built, so their images are not judged: ${cause.replaceAll(`${leaf.shown}/`, '')}`,
    alikeRemediation: 'Correct them until kustomize builds them; kustomize build repeats the fault.'
  }
}

/** kustomize tells the way from the outermost kustomization inwards, so what it names last is the fault. */
const faultLocation = (
  leaf: Kustomization,
  chain: readonly Kustomization[],
  reason: string
): Location => {
  const named = chain
    .flatMap(referencesOf)
    .map(({ text, location }) => ({
      location,
      at: Math.max(reason.lastIndexOf(`'${text}'`), reason.lastIndexOf(`(${text})`))
    }))
    .sort((one, other) => other.at - one.at)[0]
  if (named !== undefined && named.at >= 0) return named.location
  const owner = chain.findLast(({ directory }) => reason.includes(` path '${directory}'`))
  return lineLocation((owner ?? leaf).source.file)
}

const longestCause = 400

/** Everything before it is the way there, which begins in a wrapper that the reader does not know. */
const wayThere =
  /^.*(?:accumulating resources from|(?:recursed accumulation of|recursed merging from|make target for) path) '[^']*': /s

/** Go prints addresses of its memory, which are others in each run. */
const goPointers = / ?&\{(?:0x[\da-f]+ ?)+\}/g

/** What is no file is tried as a directory, which says the same again. */
const asDirectory = /': must build at directory: [^]*$/

export const innermostCause = ({ path }: Workspace, reason: string): string => {
  const cause = reason
    .replace(/^Error: /, '')
    .replace(wayThere, '')
    .replace(goPointers, '')
    .replace(asDirectory, '')
    .replaceAll(`${path}/`, '')
    .replace(/\s+/g, ' ')
    .trim()
  return cause.length > longestCause ? `${cause.slice(0, longestCause)}…` : cause
}

import { capitalised, firstAndLast } from '../base/sentences.ts'
import { clusterOf } from '../access/known-facts.ts'
import type { PullAccess } from '../access/pull-access.ts'
import { resourceName } from '../base/resource-id.ts'
import type { Facts } from '../facts/facts.ts'
import { copiesText } from './cached-copies.ts'
import { isMissingGrant } from './pull-traits.ts'
import { namesOf, refusedText, undecidedText } from './cause-text.ts'
import { imageText } from './image-text.ts'
import type { LookedUpPull } from './looked-up.ts'
import type { Obstacle } from './obstacles/index.ts'
import type { NoPullCause, OpenCause, VerdictEvidence, VerdictRuling } from './verdict.ts'

const part = (about: VerdictEvidence['about'], sentence: string): VerdictEvidence => ({
  about,
  sentence
})

const obstaclesOf = (reason: NoPullCause | OpenCause): readonly Obstacle[] =>
  'obstacles' in reason ? reason.obstacles : []

function obstaclesBehind(ruling: VerdictRuling): readonly Obstacle[] {
  switch (ruling.result) {
    case 'pull':
      return []
    case 'no-pull':
      return obstaclesOf(ruling.cause)
    case 'unknown':
      return obstaclesOf(ruling.open)
  }
}

const obstacleSentence = ({ evidence }: Obstacle): string => `${capitalised(evidence.join('; '))}.`

function rendererPart(ruling: VerdictRuling): readonly VerdictEvidence[] {
  if (ruling.result !== 'unknown') return []
  switch (ruling.open.kind) {
    case 'kustomization-not-built':
      return [
        part(
          'renderer',
          `Kustomization ${ruling.open.kustomization} may give the object another image or pod, and was not built.`
        )
      ]
    case 'chart-not-rendered':
      return [
        part(
          'renderer',
          `Chart ${ruling.open.chart} may make another image or pod of it, and was not rendered.`
        )
      ]
    case 'changed-at-admission':
      return [
        part(
          'renderer',
          `In the cluster the pod may have other ${ruling.open.what} than its manifest: ${ruling.open.by.join('; ')}.`
        )
      ]
    case 'deployed-otherwise':
      return [part('renderer', `${ruling.open.by}, so another image or pod may be deployed.`)]
    case 'default-assumed':
      return [
        part(
          'renderer',
          `The image is judged with the default of ${ruling.open.placeholders.join(' and ')}; whoever deploys it may set another value.`
        )
      ]
    default:
      return []
  }
}

/** What is said of the credentials before an obstacle is named. */
const credentialsText = ({ result }: PullAccess): string =>
  result === 'granted' ? 'The grant is in order' : 'What the credentials are worth is not known'

function openText(access: PullAccess, open: OpenCause, pull: string): string {
  switch (open.kind) {
    case 'blocked-in-part':
      return `${credentialsText(access)}, but this stops the pull on some of the nodes, or for some of the pods: ${namesOf(open.obstacles)}.`
    case 'perhaps-blocked':
      return `${credentialsText(access)}, but whether this stops the pull could not be found out: ${namesOf(open.obstacles)}.`
    case 'changed-at-admission':
      return `Whether ${pull} cannot be determined from here: ${open.by.join('; ')}.`
    case 'default-assumed':
      return `Whether ${pull} cannot be determined from here: nobody said that the default of ${open.placeholders.join(' and ')} is deployed.`
    case 'kustomization-not-built':
      return `Whether ${pull} cannot be determined from here: kustomization ${open.kustomization} was not built.`
    case 'chart-not-rendered':
      return `Whether ${pull} cannot be determined from here: chart ${open.chart} was not rendered.`
    case 'deployed-otherwise':
      return `Whether ${pull} cannot be determined from here: ${open.by}.`
    default:
      return `Whether ${pull} cannot be determined from here: ${undecidedText(open)}.`
  }
}

function conclusionOf(access: PullAccess, ruling: VerdictRuling, facts: Facts): string {
  const what = `${access.registry}/${access.repository}`
  const cluster = clusterOf(facts, access.cluster)?.name ?? resourceName(access.cluster)
  switch (ruling.result) {
    case 'pull':
      return `No blocking configuration was found for ${what} on cluster ${cluster}.`
    case 'no-pull':
      return ruling.cause.kind === 'blocked'
        ? `${credentialsText(access)}, but this stops the pull on every node that the pod can land on: ${namesOf(ruling.cause.obstacles)}.`
        : `No credential that cluster ${cluster} tries can pull ${what}: ${refusedText(ruling.cause)}.`
    case 'unknown':
      return openText(access, ruling.open, `cluster ${cluster} can pull ${what}`)
  }
}

/** What is known of a pull besides its credentials; `lookUp` null where the registry is not known. */
export type KnownAround = { readonly facts: Facts; readonly lookUp: LookedUpPull | null }

function imagePart(lookUp: LookedUpPull | null): readonly VerdictEvidence[] {
  const text = lookUp === null ? null : imageText(lookUp)
  return text === null ? [] : [part('image', text)]
}

/** With the credentials' sentences, a chain of thirty that a person can still read. */
const mostObstacles = 8

/** Until Kubernetes 1.34 a pod could ride on an image that another pod had pulled to the same node. */
function copiesPart(
  { cluster: id, uses }: PullAccess,
  ruling: VerdictRuling,
  facts: Facts
): readonly VerdictEvidence[] {
  if (ruling.result !== 'no-pull' || !isMissingGrant(ruling.cause)) return []
  const cluster = clusterOf(facts, id)
  const text = cluster === null ? null : copiesText(cluster, uses)
  return text === null ? [] : [part('copies', text)]
}

/** Put together in order: what is known of registry and credentials, of the image, what stands before the pull, the conclusion. */
export const evidenceOf = (
  access: PullAccess,
  written: VerdictRuling,
  ruling: VerdictRuling,
  { facts, lookUp }: KnownAround
): readonly VerdictEvidence[] => [
  ...access.evidence,
  ...imagePart(lookUp),
  ...firstAndLast(obstaclesBehind(written).map(obstacleSentence), mostObstacles).map(sentence =>
    part('obstacle', sentence)
  ),
  ...rendererPart(ruling),
  ...copiesPart(access, ruling, facts),
  part('conclusion', conclusionOf(access, ruling, facts))
]

import { mapFact, type Fact } from '../facts/fact.ts'
import type { Cluster, Facts } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/image-use.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { nobody } from './credentials/credentials.ts'
import { indexFacts, type FactsIndex } from './facts-index.ts'
import { createGrants, type Grants } from './rbac/grants.ts'
import { grouped } from '../base/grouping.ts'
import { indexManifests } from './manifests-index.ts'
import { pullingCluster, type PullingCluster } from './credentials/node-credentials.ts'
import type { Outcome } from './outcome.ts'
import { podCredentialsOf } from './credentials/pod-credentials.ts'
import { attemptsOf, judgeAttempts, type PullRequest } from './puller.ts'
import { requestedImages, type RequestedImage } from './pull-requests.ts'
import type { Verdict } from './verdict.ts'
import { registrySentence } from './wording.ts'

/** An image with what each group of its uses brings along, which is the same on every cluster. */
export type PreparedImage = Omit<RequestedImage, 'groups'> & {
  readonly requests: readonly {
    readonly request: PullRequest
    /** As of all its uses. */
    readonly unbuilt: ImageUse['unbuilt']
    readonly uses: readonly ImageUse[]
  }[]
}

/** What is judged, with the facts in reach. */
export type Judgement = {
  readonly index: FactsIndex
  readonly grants: Grants
  readonly images: readonly PreparedImage[]
  readonly clusters: readonly { readonly id: string; readonly answer: Fact<PullingCluster> }[]
}

/** Joins manifests and facts; verdicts and questions both start here. */
export function prepareJudgement(manifests: Manifests, facts: Facts): Judgement {
  const index = indexFacts(facts)
  const objects = indexManifests(manifests)
  const images = requestedImages(
    manifests,
    facts.cloud.registrySuffixes,
    index.isRegistryHost,
    objects.hasTwins
  )
  return {
    index,
    grants: createGrants(index),
    images: images.map(({ groups, ...image }) => ({
      ...image,
      requests: groups.map(([first, ...others]) => ({
        request: {
          host: image.host,
          repository: image.reference.repository,
          pod: first.pod,
          podCredentials: podCredentialsOf(first, image.reference, objects, index)
        },
        unbuilt: first.unbuilt,
        uses: [first, ...others]
      }))
    })),
    clusters: facts.clusters.map(({ id, answer }) => ({
      id,
      answer: mapFact(answer, cluster =>
        pullingCluster(cluster, objects.namesPullIdentities, index)
      )
    }))
  }
}

/**
 * May these clusters pull these images? One verdict for each cluster, distinct reference and outcome of its uses: pods
 * that bring other pull secrets can have another puller. Images of other registries get none, nor do mentions.
 */
export function judgePulls(manifests: Manifests, facts: Facts): readonly Verdict[] {
  const judgement = prepareJudgement(manifests, facts)
  return judgement.clusters.flatMap(({ id, answer }) =>
    judgement.images.flatMap(image =>
      answer.known
        ? verdictsOn(id, answer.value, image, judgement)
        : [withoutCluster(id, answer.reason, image)]
    )
  )
}

type Judged = { readonly outcome: Outcome; readonly uses: readonly ImageUse[] }

function verdictsOn(
  id: string,
  pulling: PullingCluster,
  image: PreparedImage,
  { index, grants }: Judgement
): readonly Verdict[] {
  const registry = index.registry(image.host.host)
  const judged = image.requests.map(({ request, unbuilt, uses }) => {
    const attempts = attemptsOf(pulling, request, index)
    const written = judgeAttempts(pulling, request, attempts, registry, { grants, index })
    const outcome = unlessRebuilt(written, unbuilt)
    const because = [
      ...(registry.known ? [registrySentence(registry.value)] : []),
      ...outcome.because,
      ...(outcome.result === 'pull' ? [] : request.podCredentials.assumptions),
      conclusion(outcome, image, pulling.cluster)
    ]
    return { outcome: { ...outcome, because }, uses }
  })
  return merged(judged).map(({ outcome, uses }) => verdict(id, image, outcome, uses))
}

/** What fails as it is written may never be deployed so, where a kustomization changes it. */
const unlessRebuilt = (outcome: Outcome, unbuilt: string | null): Outcome =>
  unbuilt === null || outcome.result !== 'no-pull'
    ? outcome
    : {
        ...outcome,
        result: 'unknown',
        cause: { kind: 'kustomization-not-built', kustomization: unbuilt },
        because: [
          ...outcome.because,
          `Kustomization ${unbuilt} may give the object another image or pod, and was not built.`
        ]
      }

/** Groups of uses with the same outcome share a verdict. */
function merged(judged: readonly Judged[]): readonly Judged[] {
  if (judged.length < 2) return judged
  const alike = grouped(judged, ({ outcome: { puller, result, cause } }) =>
    JSON.stringify([puller, result, cause])
  )
  return [...alike.values()].map(same => ({
    outcome: same[0].outcome,
    uses: same.flatMap(({ uses }) => uses)
  }))
}

function conclusion({ result }: Outcome, image: PreparedImage, cluster: Cluster): string {
  const what = `${image.host.host}/${image.reference.repository}`
  switch (result) {
    case 'pull':
      return `No blocking configuration was found for ${what} on cluster ${cluster.name}.`
    case 'no-pull':
      return `No credential that cluster ${cluster.name} tries can pull ${what}.`
    case 'unknown':
      return `Whether cluster ${cluster.name} can pull ${what} cannot be said from here.`
  }
}

const verdict = (
  cluster: string,
  { text, reference, host }: PreparedImage,
  outcome: Outcome,
  uses: readonly ImageUse[]
): Verdict => ({
  cluster,
  image: text,
  registry: host.host,
  repository: reference.repository,
  result: outcome.result,
  puller: outcome.puller,
  cause: outcome.cause,
  because: outcome.because,
  uses
})

const withoutCluster = (
  id: string,
  reason: Extract<Fact<Cluster>, { known: false }>['reason'],
  image: PreparedImage
): Verdict =>
  verdict(
    id,
    image,
    {
      result: 'unknown',
      puller: nobody,
      cause: { kind: 'fact-missing', subject: `cluster ${id}`, reason },
      because: [
        `Cluster ${id} could not be read: ${reason.message}.`,
        'Who pulls there, and whether they may, cannot be said from here.'
      ]
    },
    image.requests.flatMap(({ uses }) => uses)
  )

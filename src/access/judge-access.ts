import { mapFact, type Fact, type Reason } from '../facts/fact.ts'
import type { Facts } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { nobody } from './credentials/credentials.ts'
import { indexFacts, type FactsIndex } from './facts-index.ts'
import { unwatched, type LookUp, type Watch, type WatchedFacts } from './look-up.ts'
import { createGrants, type Grants } from './rbac/grants.ts'
import { groupBy } from '../base/group-by.ts'
import { firstAndLast } from '../base/sentences.ts'
import { indexManifests } from './manifests-index.ts'
import { pullingCluster, type PullingCluster } from './credentials/node-credentials.ts'
import { podCredentialsOf } from './credentials/pod-credentials.ts'
import { credentialChains, judgeChains, type PullRequest } from './credential-chains.ts'
import { requestedImages, type RequestedImage } from './pull-requests.ts'
import { type AccessRuling, type EvidencePart, type PullAccess, reasonOf } from './pull-access.ts'
import { registrySentence } from './wording.ts'

/** An image with what each group of its uses brings along, which is the same on every cluster. */
export type PreparedImage = Omit<RequestedImage, 'groups'> & {
  readonly requests: readonly {
    readonly request: PullRequest
    readonly uses: readonly ImageUse[]
    readonly lookUps: readonly LookUp[]
  }[]
}

/** What is judged, with the facts in reach. */
export type Judgement = {
  readonly index: FactsIndex
  readonly watch: Watch
  readonly grants: Grants
  readonly images: readonly PreparedImage[]
  readonly clusters: readonly PreparedCluster[]
}

export type PreparedCluster = {
  readonly id: string
  readonly answer: Fact<PullingCluster>
  readonly lookUps: readonly LookUp[]
}

/** Joins manifests and facts; what access comes to and questions both start here. */
export function prepareJudgement(
  manifests: Manifests,
  facts: Facts,
  watch: Watch = unwatched
): Judgement {
  const index = indexFacts(facts)
  const objects = indexManifests(manifests)
  const images = requestedImages(
    manifests,
    facts.cloud.registrySuffixes,
    index.isRegistryHost,
    objects
  )
  return {
    index,
    watch,
    grants: createGrants(index, watch),
    images: images.map(({ groups, ...image }) => ({
      ...image,
      requests: groups.map(([first, ...others]) => {
        const known = watch(index)
        const podCredentials = podCredentialsOf(first, image.reference, objects, known.index)
        const { host, reference } = image
        return {
          request: { host, repository: reference.repository, pod: first.pod, podCredentials },
          uses: [first, ...others],
          lookUps: known.lookUps
        }
      })
    })),
    clusters: facts.clusters.map(cluster =>
      preparedCluster(cluster, objects.namesPullIdentities, watch(index))
    )
  }
}

function preparedCluster(
  { id, answer }: Facts['clusters'][number],
  namesPullIdentities: boolean,
  known: WatchedFacts
): PreparedCluster {
  return {
    id,
    answer: mapFact(answer, cluster => pullingCluster(cluster, namesPullIdentities, known.index)),
    lookUps: [{ what: 'cluster', by: [id], answer }, ...known.lookUps]
  }
}

/**
 * Do the credentials of these pulls get these images on these clusters? One answer for each cluster, distinct reference and
 * ruling on its uses: pods that bring other pull secrets can have another puller. Images of other registries get none, nor
 * do mentions.
 */
export function judgeAccess(
  manifests: Manifests,
  facts: Facts,
  watch: Watch = unwatched
): readonly PullAccess[] {
  const judgement = prepareJudgement(manifests, facts, watch)
  return judgement.clusters.flatMap(cluster =>
    judgement.images.flatMap(image => {
      const { answer } = cluster
      return answer.known
        ? accessOn(cluster, answer.value, image, judgement)
        : [withoutCluster(cluster, answer.reason, image)]
    })
  )
}

/** Of all credentials of a pull together; a pod may have a hundred pull secrets. */
const mostSentences = 18

type Ruled = Pick<PullAccess, 'puller' | 'evidence' | 'uses' | 'lookUps'> & AccessRuling

/** Decides through others' memory, and notes what they looked up. */
function noting(grants: Grants, lookUps: LookUp[]): Grants {
  return (principal, registry, repository) => {
    const decision = grants(principal, registry, repository)
    lookUps.push(...decision.lookUps)
    return decision
  }
}

function accessOn(
  cluster: PreparedCluster,
  pulling: PullingCluster,
  image: PreparedImage,
  { index, watch, grants }: Judgement
): readonly PullAccess[] {
  const ruled = image.requests.map(({ request, uses, lookUps }): Ruled => {
    const known = watch(index)
    const decided: LookUp[] = []
    const registry = known.index.registry(image.host.host)
    const chains = credentialChains(pulling, request, known.index)
    const { because, ...outcome } = judgeChains(pulling, request, chains, registry, {
      grants: noting(grants, decided),
      index
    })
    // By a host that nobody can connect to, no pull secret helps, whoever brings it.
    const assumptions =
      request.host.notServed === 'private-link' ? [] : request.podCredentials.assumptions
    const evidence = [
      ...parts('registry', registry.known ? [registrySentence(registry.value)] : []),
      ...parts('credentials', firstAndLast(because, mostSentences)),
      ...parts('assumption', outcome.result === 'granted' ? [] : assumptions)
    ]
    return {
      ...outcome,
      evidence,
      uses,
      lookUps: [...cluster.lookUps, ...lookUps, ...known.lookUps, ...decided]
    }
  })
  return merged(ruled).map(each => ({ ...subjectOf(cluster.id, image), ...each }))
}

const parts = (
  about: EvidencePart['about'],
  sentences: readonly string[]
): readonly EvidencePart[] => sentences.map(sentence => ({ about, sentence }))

/** Groups of uses with the same ruling share an answer. */
function merged(ruled: readonly Ruled[]): readonly Ruled[] {
  if (ruled.length < 2) return ruled
  const alike = groupBy(ruled, each => JSON.stringify([each.puller, each.result, reasonOf(each)]))
  return [...alike.values()].map(same => ({
    ...same[0],
    uses: same.flatMap(({ uses }) => uses),
    lookUps: same.flatMap(({ lookUps }) => lookUps)
  }))
}

const subjectOf = (cluster: string, { text, reference, host }: PreparedImage) => ({
  cluster,
  image: text,
  registry: host.host,
  repository: reference.repository
})

const withoutCluster = (
  { id, lookUps }: PreparedCluster,
  reason: Reason,
  image: PreparedImage
): PullAccess => ({
  ...subjectOf(id, image),
  result: 'undecided',
  puller: nobody,
  open: { kind: 'fact-missing', subject: `cluster ${id}`, reason },
  evidence: parts('credentials', [`Cluster ${id} could not be read: ${reason.message}.`]),
  uses: image.requests.flatMap(({ uses }) => uses),
  lookUps
})

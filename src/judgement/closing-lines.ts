import { groupBy } from '../base/group-by.ts'
import { resourceName } from '../base/resource-id.ts'
import { listStart } from '../base/sentences.ts'
import { clusterOf, registryOf } from '../access/known-facts.ts'
import type { Facts } from '../facts/facts.ts'
import {
  answerTo,
  relatedQuestions,
  type RelatedResourceKind,
  type RelatedResourceQuestion
} from '../facts/related-resources/index.ts'
import type { LookedUpPull } from '../pulls/looked-up.ts'
import type { Verdict } from '../pulls/verdict.ts'

/** Only canipull and az aks check-acr look from inside a node; we never claim these (failure causes T4-T6, T8, T9, Z10). */
const betweenThem =
  'name resolution, routing, firewalls and TLS inspection between the nodes and the registry'

/** Beyond these many of one kind a reader looks no more. */
const mostNamed = 5

const identityOnNodes =
  'that every node still carries its identity and reaches the instance metadata service'

/** AKS docs, "Update or rotate credentials": the secret ends after a year unless somebody chose otherwise. */
const secretOfPrincipal = (clientId: string): string =>
  `that the secret of service principal ${clientId} has not expired (after one year, unless it was made otherwise) and is that which the nodes have (az aks update-credentials)`

const isPull = ({ result }: Verdict): boolean => result === 'pull'

/** Why an image was not found in its registry, as a clause; null where it was, or nobody asked. */
function whyNotFound(pull: LookedUpPull): string | null {
  const { found, askedAt, expected } = pull
  if (found.known && found.value.state === 'present')
    return found.value.seen === 'metadata'
      ? 'who may read metadata alone is told neither variants nor builds of Windows'
      : null
  if (found.known) return expected ? 'what this pipeline pushes was not there yet' : null
  const { message, permission } = found.reason
  return askedAt === null
    ? null
    : `${message}${permission === null ? '' : ` (takes ${permission})`}`
}

const isProven = ({ found }: LookedUpPull): boolean =>
  found.known && found.value.state === 'present' && found.value.seen === 'content'

/** What is not known of the images of the pulls; nothing where each was looked up. */
function existence(pulls: readonly Verdict[], lookUps: readonly LookedUpPull[]): readonly string[] {
  const lookUpOf = new Map(lookUps.map(each => [each.access, each]))
  const all = pulls.map(({ image, settledFrom: { access } }) => ({
    image,
    lookUp: lookUpOf.get(access) ?? null
  }))
  const open = all.filter(({ lookUp }) => lookUp === null || !isProven(lookUp))
  if (open.length === 0 && all.length > 0) return []
  const images = [...new Set(open.map(({ image }) => image))]
  const whose = open.length === all.length ? '' : ` of ${listStart(images, mostNamed)}`
  const reasons = new Set(
    open.flatMap(({ lookUp }) => (lookUp === null ? [] : (whyNotFound(lookUp) ?? [])))
  )
  return [
    [
      `that the tag or digest${whose} exists in the registry, for the platform of the nodes`,
      ...(reasons.size === 0 ? [] : [listStart([...reasons], mostNamed)])
    ].join(': ')
  ]
}

/** What only a node can prove of the pulls, by what is known of their images and what their nodes sign in with. */
export function notProvenOf(
  verdicts: readonly Verdict[],
  facts: Facts,
  lookUps: readonly LookedUpPull[] = []
): readonly string[] {
  const pulls = verdicts.filter(isPull)
  const ids = new Set(pulls.map(({ cluster }) => cluster))
  const bySignIn = [...ids].map(id => {
    const identity = clusterOf(facts, id)?.nodeIdentity
    return identity?.kind === 'service-principal'
      ? secretOfPrincipal(identity.clientId)
      : identityOnNodes
  })
  return [
    ...existence(pulls, lookUps),
    betweenThem,
    ...new Set(bySignIn.length === 0 ? [identityOnNodes] : bySignIn)
  ]
}

/** What an optional fact is about, as people call it; its subject follows. */
const nouns: Readonly<Record<RelatedResourceKind, string>> = {
  tokens: 'the token',
  replicas: 'replicas of registry',
  cacheRules: 'cache rules of registry',
  storage: 'storage of registry',
  subscriptions: 'the state of subscription',
  scaleSets: 'the scale sets of cluster',
  egress: 'the public addresses of cluster',
  offeredVersions: 'the versions that AKS offers to subscription',
  privateZones: 'the private DNS zones of cluster',
  identityBindings: 'the identity bindings of cluster',
  regionalEndpoints: 'the regional endpoints of registry'
}

const subjectOf = (question: RelatedResourceQuestion): string => {
  if (question.kind === 'tokens') return question.name
  if ('clusterId' in question) return resourceName(question.clusterId)
  return 'registryId' in question ? resourceName(question.registryId) : question.subscriptionId
}

/** What could have been read of the clusters and registries of the pulls, and was not; it opens nothing. */
export function notAskedOf(verdicts: readonly Verdict[], facts: Facts): readonly string[] {
  const pairs = new Map(
    verdicts.filter(isPull).map(verdict => [`${verdict.cluster} ${verdict.registry}`, verdict])
  )
  const open = [...pairs.values()].flatMap(({ cluster: clusterId, registry: host }) => {
    const [cluster, registry] = [clusterOf(facts, clusterId), registryOf(facts, host)]
    if (cluster === null || registry === null) return []
    return relatedQuestions({ clusterId, cluster, host, registry, tokenNames: [] })
      .map(({ question }) => question)
      .filter(question => answerTo(facts, question) === null)
  })
  return [...groupBy(open, ({ kind }) => kind)].map(([kind, questions]) => {
    const subjects = new Set(questions.map(subjectOf))
    return `${nouns[kind]} ${listStart([...subjects], mostNamed)}`
  })
}

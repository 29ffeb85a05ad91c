import type { Facts, Registry } from '../facts/facts.ts'
import type { Question } from '../facts/questions.ts'
import { isRegistryId, regionOfEndpoint } from '../facts/registry-hosts.ts'
import {
  isBehindFirewall,
  isIsolated,
  isPublicAccessDisabled,
  isPublicAccessUnclear,
  privateZone
} from '../facts/registry-network.ts'
import { isSurelyPulled } from '../kubernetes/image-class.ts'
import { microsoftRegistry, registryHost } from '../kubernetes/image-reference.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { groupBy } from '../base/group-by.ts'
import { nodePrincipalOf } from './credentials/node-identity.ts'
import type { PullingCluster } from './credentials/node-credentials.ts'
import { tokenUsers } from './credentials/registry-tokens.ts'
import type { Judgement, PreparedImage } from './judge-access.ts'

/** What one cluster pulls from one registry; both are known. */
type Pulls = {
  /** As the user named it. */
  readonly clusterId: string
  readonly pulling: PullingCluster
  /** Lower case, as images or the user name it. */
  readonly host: string
  readonly registry: Registry
  /** Empty where no image of the manifests is there. */
  readonly requests: PreparedImage['requests']
}

type Rule = (pulls: Pulls, judgement: Judgement) => readonly Candidate[]

/** A question, and whether the first answers call for it. */
type Candidate = { readonly question: Question; readonly calledFor: boolean }

const candidate = (question: Question, calledFor: boolean): readonly Candidate[] => [
  { question, calledFor }
]

const isPremium = ({ sku }: Registry): boolean => sku?.toLowerCase() === 'premium'

/** The user of a pull secret that is neither the admin user nor a principal can only be a token of the registry. */
const tokens: Rule = ({ registry, requests }) =>
  requests
    .flatMap(({ request }) => request.podCredentials.credentials)
    .flatMap(credential =>
      credential.kind === 'pull-secret' ? tokenUsers(credential.entries, registry) : []
    )
    .flatMap(name => candidate({ kind: 'token', registryId: registry.id, name }, true))

/** Regional endpoints, and data endpoints of several regions, tell that a registry is replicated. */
const replicas: Rule = ({ host, registry }) =>
  isPremium(registry)
    ? candidate(
        { kind: 'replicas', registryId: registry.id },
        regionOfEndpoint(host) !== null || registry.dataEndpointHosts.length > 1
      )
    : []

const cacheRules: Rule = ({ registry }) =>
  candidate({ kind: 'cache-rules', registryId: registry.id }, false)

const storage: Rule = ({ registry }) =>
  candidate({ kind: 'storage', registryId: registry.id }, false)

const subscriptions: Rule = ({ pulling, registry }) =>
  [pulling.cluster.subscriptionId, registry.subscriptionId].flatMap(subscriptionId =>
    candidate({ kind: 'subscription', subscriptionId }, false)
  )

const scaleSets: Rule = ({ clusterId, pulling }) =>
  pulling.cluster.nodeIdentity.kind === 'kubelet-identity'
    ? candidate({ kind: 'scale-sets', clusterId }, false)
    : []

/** A firewall with rules may know the addresses of the nodes. */
const egress: Rule = ({ clusterId, pulling, registry }) =>
  isBehindFirewall(registry) &&
  (registry.networkRuleCount ?? 0) > 0 &&
  pulling.cluster.outboundIpIds.length > 0
    ? candidate({ kind: 'egress', clusterId, registryId: registry.id }, true)
    : []

/** Where the public way is shut, or shut to some, the private one decides. */
const privateZones: Rule = ({ clusterId, pulling, registry }) =>
  (isPublicAccessDisabled(registry) ||
    isPublicAccessUnclear(registry) ||
    isBehindFirewall(registry) ||
    isIsolated(pulling.cluster)) &&
  registry.approvedPrivateEndpoints > 0
    ? candidate({ kind: 'private-zone', clusterId, zone: privateZone(registry) }, true)
    : []

/** Azure refuses to list the grants of a principal that it does not know; direct ones outlive it. */
const kubeletIdentities: Rule = ({ pulling, registry }, { index }) => {
  const { nodeIdentity } = pulling.cluster
  if (nodeIdentity.kind !== 'kubelet-identity' || nodeIdentity.resourceId === null) return []
  const { groupsResolved, answer } = index.assignments(registry.id, nodeIdentity.objectId)
  return index.identityResource(nodeIdentity.resourceId) === null
    ? candidate(
        { kind: 'identity', reference: nodeIdentity.resourceId },
        answer.known && !groupsResolved
      )
    : []
}

const rules: readonly Rule[] = [
  tokens,
  replicas,
  cacheRules,
  storage,
  subscriptions,
  scaleSets,
  egress,
  privateZones,
  kubeletIdentities
]

/** Every known registry with every known cluster: a collection knows no manifests, and is for all that may come. */
function pullsIn({ images, clusters }: Judgement, facts: Facts): readonly Pulls[] {
  const byHost = groupBy(images, ({ host }) => host.host)
  return clusters.flatMap(({ id, answer: about }) =>
    facts.registries.flatMap(({ host, answer }) =>
      about.known && answer.known
        ? [
            {
              clusterId: id,
              pulling: about.value,
              host,
              registry: answer.value,
              requests: (byHost.get(host) ?? []).flatMap(({ requests }) => requests)
            }
          ]
        : []
    )
  )
}

const pullsFromMicrosoft = ({ uses }: Manifests): boolean =>
  uses.some(
    use =>
      isSurelyPulled(use) &&
      use.image.kind === 'reference' &&
      registryHost(use.image.reference) === microsoftRegistry
  )

/** Clusters with artifact source Cache take mcr.microsoft.com from a registry of their own. */
function bootstrapQuestions(
  manifests: Manifests,
  { clusters }: Judgement,
  thorough: boolean
): readonly Question[] {
  if (!thorough && !pullsFromMicrosoft(manifests)) return []
  return clusters.flatMap(({ answer }): readonly Question[] => {
    if (!answer.known) return []
    const { cluster } = answer.value
    const { artifactSource, bootstrapRegistryId: registryId } = cluster
    if (registryId === null || !isRegistryId(registryId)) return []
    if (artifactSource?.toLowerCase() !== 'cache') return []
    const principal = nodePrincipalOf(cluster)
    const principalIds = principal === null ? [] : [principal.objectId]
    return [
      { kind: 'bootstrap-registry', registryId, principalIds },
      { kind: 'cache-rules', registryId }
    ]
  })
}

/** Everything that one question is about. */
const keyOf = (question: Question): string => JSON.stringify(question).toLowerCase()

/** A pull request writes the user names of its pull secrets: beyond this many they stay not proven. */
const mostTokens = 50

function bounded(questions: readonly Question[]): readonly Question[] {
  const isToken = ({ kind }: Question): boolean => kind === 'token'
  const tokenQuestions = questions.filter(isToken)
  return [
    ...tokenQuestions.slice(0, mostTokens),
    ...questions.filter(question => !isToken(question))
  ]
}

/**
 * Questions about the related resources of clusters and registries, each once: in a thorough run all, else those that the first
 * answers call for.
 */
export function relatedResourceQuestions(
  manifests: Manifests,
  facts: Facts,
  judgement: Judgement,
  thorough: boolean
): readonly Question[] {
  const pulls = pullsIn(judgement, facts)
  const found = rules
    .flatMap(rule => pulls.flatMap(each => rule(each, judgement)))
    .filter(({ calledFor }) => calledFor || thorough)
    .map(({ question }) => question)
  const questions = [...found, ...bootstrapQuestions(manifests, judgement, thorough)]
  return bounded([...new Map(questions.map(question => [keyOf(question), question])).values()])
}

import { unknown, type Fact } from '../facts/fact.ts'
import type {
  AssignmentsAnswer,
  Cluster,
  DenyAssignment,
  DenyAssignmentsAnswer,
  Facts,
  ManagedIdentity,
  Registry,
  RoleAssignment,
  RoleDefinition
} from '../facts/facts.ts'
import { memoize, memoizeForObjects } from '../base/memoize.ts'
import type { IdentityBinding } from '../facts/related-resources/identity-bindings.ts'
import { answerTo } from '../facts/related-resources/index.ts'
import { groupBy } from '../base/group-by.ts'
import { resourceName } from '../base/resource-id.ts'
import { knownTokens, type KnownTokens } from './credentials/registry-tokens.ts'

/** The facts by what they are looked up with. What nobody asked Azure for is unknown, `not-collected`. */
export type FactsIndex = {
  /** By ARM id. */
  readonly cluster: (id: string) => Fact<Cluster>
  /** Whose object id that is, of clusters and of identities that were looked up; null: nobody's in sight. */
  readonly bearerOf: (objectId: string) => string | null
  /** `host` lower case, without port. */
  readonly registry: (host: string) => Fact<Registry>
  readonly isRegistryHost: (host: string) => boolean
  readonly assignments: (registryId: string, principalId: string) => Assignments
  readonly assignmentsAsked: (registryId: string, principalId: string) => boolean
  /** All assignments of a principal that any answer holds, whatever registry they were asked for. */
  readonly assignmentsAnywhere: (principalId: string) => readonly RoleAssignment[]
  /** Who has any assignment that reaches a registry, of those that are known; object ids. */
  readonly holdersAt: (registryId: string) => readonly string[]
  readonly denials: (registryId: string) => Fact<readonly DenyAssignment[]>
  /** Ids, lower case, of the deny assignments that reach the principal, groups included. */
  readonly denialsReaching: (registryId: string, principalId: string) => Fact<ReadonlySet<string>>
  readonly reachAsked: (registryId: string, principalId: string) => boolean
  readonly role: (key: string) => Fact<RoleDefinition>
  /** By ARM id or client id. */
  readonly identity: (reference: string) => Fact<ManagedIdentity>
  readonly identityAsked: (reference: string) => boolean
  /** What the identity's own resource says, where somebody asked; by ARM id. */
  readonly identityResource: (resourceId: string) => Fact<ManagedIdentity> | null
  readonly identityBindings: (clusterId: string) => Fact<readonly IdentityBinding[]>
  readonly tokens: KnownTokens
}

export type Assignments = Pick<AssignmentsAnswer, 'groupsResolved' | 'answer'>

const keyOf = (...parts: readonly string[]): string => parts.join('|').toLowerCase()

/** Where an answer came twice, one that knows beats one that does not. */
function indexBy<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
  knows: (row: Row) => boolean
): ReadonlyMap<string, Row> {
  const map = new Map<string, Row>()
  for (const row of rows) {
    const earlier = map.get(key(row))
    if (earlier === undefined || (!knows(earlier) && knows(row))) map.set(key(row), row)
  }
  return map
}

const isKnown = ({ answer }: { readonly answer: Fact<unknown> }): boolean => answer.known

/** It ends a sentence about what is asked. */
const notCollected = unknown('not-collected', 'this is not among the collected facts')

/** The identities that were looked up, and those that the clusters themselves tell with client id and object id. */
function identitiesOf(facts: Facts): ReadonlyMap<string, Fact<ManagedIdentity>> {
  const map = new Map<string, Fact<ManagedIdentity>>()
  const add = (reference: string | null, answer: Fact<ManagedIdentity>) => {
    if (reference === null) return
    const key = keyOf(reference)
    if (map.get(key)?.known !== true) map.set(key, answer)
  }
  for (const { reference, answer } of facts.identities) {
    add(reference, answer)
    if (answer.known)
      [answer.value.resourceId, answer.value.clientId].forEach(id => {
        add(id, answer)
      })
  }
  for (const { answer } of seenClusters(facts)) {
    const identity = answer.known ? kubeletIdentity(answer.value) : null
    if (identity !== null)
      [identity.resourceId, identity.clientId].forEach(id => {
        add(id, { known: true, value: identity })
      })
  }
  return map
}

const seenClusters = ({ clusters, otherClusters = [] }: Facts) => [...clusters, ...otherClusters]

/** Whom object ids belong to, in words. */
function bearersIn(facts: Facts): ReadonlyMap<string, string> {
  const ofIdentities = facts.identities.flatMap(({ reference, answer }) =>
    answer.known
      ? [[keyOf(answer.value.objectId), `managed identity ${resourceName(reference)}`] as const]
      : []
  )
  const ofClusters = seenClusters(facts).flatMap(({ answer }) =>
    answer.known ? bearersOf(answer.value) : []
  )
  return new Map([...ofIdentities, ...ofClusters])
}

function bearersOf(cluster: Cluster): readonly (readonly [string, string])[] {
  const { nodeIdentity, otherIdentities, name } = cluster
  const ofOthers = otherIdentities.map(
    ({ objectId, role }) => [keyOf(objectId), `the ${role} identity of cluster ${name}`] as const
  )
  switch (nodeIdentity.kind) {
    case 'kubelet-identity':
      return [
        ...ofOthers,
        [keyOf(nodeIdentity.objectId), `the kubelet identity of cluster ${name}`]
      ]
    case 'service-principal':
      return nodeIdentity.objectId.known
        ? [
            ...ofOthers,
            [keyOf(nodeIdentity.objectId.value), `the service principal of cluster ${name}`]
          ]
        : ofOthers
    case 'none':
      return ofOthers
  }
}

function kubeletIdentity({ nodeIdentity, tenantId }: Cluster): ManagedIdentity | null {
  if (nodeIdentity.kind !== 'kubelet-identity' || nodeIdentity.clientId === null) return null
  const { resourceId, objectId, clientId } = nodeIdentity
  return { resourceId, objectId, clientId, tenantId }
}

function reachingOf(
  answer: DenyAssignmentsAnswer | undefined,
  principalId: string
): Fact<readonly string[]> | null {
  const wanted = keyOf(principalId)
  return answer?.reaching.find(each => keyOf(each.principalId) === wanted)?.answer ?? null
}

/** Indexes the facts once, so that a verdict costs look-ups and no searches. */
export const indexFacts = memoizeForObjects(createIndex)

function createIndex(facts: Facts): FactsIndex {
  const clusters = indexBy(seenClusters(facts), ({ id }) => keyOf(id), isKnown)
  const registries = indexBy(facts.registries, ({ host }) => keyOf(host), isKnown)
  const assignments = indexBy(
    facts.assignments,
    ({ registryId, principalId }) => keyOf(registryId, principalId),
    isKnown
  )
  const bearers = bearersIn(facts)
  const byRegistry = groupBy(facts.assignments, ({ registryId }) => keyOf(registryId))
  const byPrincipal = groupBy(facts.assignments, ({ principalId }) => keyOf(principalId))
  const denials = indexBy(facts.denyAssignments, ({ registryId }) => keyOf(registryId), isKnown)
  const roles = indexBy(facts.roleDefinitions, ({ key }) => keyOf(key), isKnown)
  const identities = identitiesOf(facts)
  const identityResources = indexBy(facts.identities, ({ reference }) => keyOf(reference), isKnown)
  return {
    bearerOf: objectId => bearers.get(keyOf(objectId)) ?? null,
    cluster: id => clusters.get(keyOf(id))?.answer ?? notCollected,
    registry: host => registries.get(host)?.answer ?? notCollected,
    isRegistryHost: host => registries.has(host),
    assignments: (registryId, principalId) =>
      assignments.get(keyOf(registryId, principalId)) ?? {
        groupsResolved: false,
        answer: notCollected
      },
    assignmentsAsked: (registryId, principalId) => assignments.has(keyOf(registryId, principalId)),
    assignmentsAnywhere: principalId =>
      (byPrincipal.get(keyOf(principalId)) ?? []).flatMap(({ answer }) =>
        answer.known ? answer.value : []
      ),
    holdersAt: memoize(registryId =>
      (byRegistry.get(keyOf(registryId)) ?? [])
        .filter(({ answer }) => answer.known && answer.value.length > 0)
        .map(({ principalId }) => principalId)
    ),
    denials: registryId => denials.get(keyOf(registryId))?.answer ?? notCollected,
    denialsReaching: (registryId, principalId) => {
      const answer = reachingOf(denials.get(keyOf(registryId)), principalId)
      if (answer === null) return notCollected
      return answer.known
        ? { known: true, value: new Set(answer.value.map(id => id.toLowerCase())) }
        : answer
    },
    reachAsked: (registryId, principalId) =>
      reachingOf(denials.get(keyOf(registryId)), principalId) !== null,
    role: key => roles.get(keyOf(key))?.answer ?? notCollected,
    identity: reference => identities.get(keyOf(reference)) ?? notCollected,
    identityAsked: reference => identities.has(keyOf(reference)),
    identityResource: resourceId => identityResources.get(keyOf(resourceId))?.answer ?? null,
    identityBindings: clusterId =>
      answerTo(facts, { kind: 'identityBindings', clusterId }) ?? notCollected,
    tokens: knownTokens(facts)
  }
}

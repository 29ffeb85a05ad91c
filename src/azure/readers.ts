import { known } from '../facts/fact.ts'
import type {
  AssignmentsAnswer,
  BootstrapRegistryAnswer,
  ClusterAnswer,
  DenyAssignmentsAnswer,
  IdentityAnswer,
  RegistryAnswer,
  RoleDefinitionAnswer
} from '../facts/facts.ts'
import type { FactsRequest } from '../facts/questions.ts'
import {
  assignmentsReader,
  type AssignmentsReader,
  type AssignmentsRequest
} from './authorization/assignments.ts'
import { byKey, type ByKey } from './by-key.ts'
import type { Clients } from './clients.ts'
import { readCluster } from './cluster/clusters.ts'
import { readDenyAssignments, readReachingDenials } from './authorization/deny-assignments.ts'
import { readIdentity } from './cluster/identities.ts'
import { readBootstrapRegistry, registryBodies, registryReader } from './registry/registries.ts'
import { registryFinder, type RegistryFinder } from './registry/registry-finder.ts'
import { loginServerOf } from '../facts/registry-hosts.ts'
import { withServicePrincipal } from '../facts/service-principal.ts'
import { resourceName } from '../base/resource-id.ts'
import { readTenant } from './subscriptions.ts'
import { readRoleDefinition, type RoleDefinitionRequest } from './authorization/role-definitions.ts'
import {
  relatedResourcesReaders,
  type RelatedResourcesReaders
} from './related-resources/readers.ts'

export type Reach = {
  readonly registryId: string
  readonly principalId: string
  readonly answer: DenyAssignmentsAnswer['reaching'][number]['answer']
}

/** Everything that can be asked in one run, each question once. What has been asked is what the facts will hold. */
export type Readers = {
  readonly finder: RegistryFinder
  readonly cluster: ByKey<string, ClusterAnswer>
  readonly registry: ByKey<string, RegistryAnswer>
  readonly assignments: ByKey<AssignmentsRequest, AssignmentsAnswer>
  readonly holders: AssignmentsReader['holders']
  readonly denyAssignments: ByKey<string, Omit<DenyAssignmentsAnswer, 'reaching'>>
  readonly denyReach: ByKey<Pick<Reach, 'registryId' | 'principalId'>, Reach>
  readonly roleDefinition: ByKey<RoleDefinitionRequest, RoleDefinitionAnswer>
  readonly identity: ByKey<string, IdentityAnswer>
  readonly bootstrapRegistry: ByKey<string, BootstrapRegistryAnswer>
  readonly relatedResources: RelatedResourcesReaders
}

export function readersFor(
  clients: Clients,
  request: FactsRequest,
  progress: (text: string) => void
): Readers {
  const loginServers = [...new Set(request.registryHosts.map(loginServerOf))]
  const finder = registryFinder(clients, loginServers, request.clusters)
  const bodies = registryBodies(clients)
  const assignments = assignmentsReader(clients)
  const readRegistry = registryReader(clients, finder, bodies)
  const cluster = clusterReader(request, async id => {
    progress(`Reading cluster ${resourceName(id)}`)
    return withTenant(await readCluster(clients, id), finder, subscriptionId =>
      readTenant(clients, subscriptionId)
    )
  })
  return {
    finder,
    cluster,
    registry: byKey(
      host => host,
      host => {
        progress(`Reading registry ${host}`)
        return readRegistry(host)
      }
    ),
    assignments: byKey(pairKey, assignments.read),
    holders: assignments.holders,
    denyAssignments: byKey(
      registryId => registryId,
      async registryId => ({ registryId, answer: await readDenyAssignments(clients, registryId) })
    ),
    denyReach: byKey(pairKey, async ({ registryId, principalId }) => ({
      registryId,
      principalId,
      answer: await readReachingDenials(clients, registryId, principalId)
    })),
    roleDefinition: byKey(
      ({ id }) => resourceName(id).toLowerCase(),
      asked => readRoleDefinition(clients, asked)
    ),
    identity: byKey(
      reference => reference,
      reference => readIdentity(clients, reference)
    ),
    bootstrapRegistry: byKey(registryId => registryId, readBootstrapRegistry(clients, bodies)),
    relatedResources: relatedResourcesReaders({
      clients,
      cluster: async id => (await cluster(id)).answer,
      registryBody: bodies
    })
  }
}

/** Whose object id the user gave shows only when all clusters are read. */
function clusterReader(
  { clusters, kubeletObjectId }: FactsRequest,
  read: (id: string) => Promise<ClusterAnswer>
): ByKey<string, ClusterAnswer> {
  const same = (id: string): string => id
  const readOnce = byKey(same, read)
  return byKey(same, async id => {
    const answer = await readOnce(id)
    if (kubeletObjectId === null) return answer
    const all = await Promise.all([...new Set([...clusters, id])].map(readOnce))
    return withServicePrincipal(all, kubeletObjectId).find(each => each.id === answer.id) ?? answer
  })
}

const pairKey = ({
  registryId,
  principalId
}: {
  readonly registryId: string
  readonly principalId: string
}): string => `${registryId} ${principalId}`

/**
 * A cluster with a service principal, or with a user-assigned control-plane identity, does not tell its tenant; Resource
 * Graph does, and where it does not, the subscription.
 */
async function withTenant(
  cluster: ClusterAnswer,
  finder: RegistryFinder,
  subscriptionTenant: (id: string) => Promise<string | null>
): Promise<ClusterAnswer> {
  if (!cluster.answer.known || cluster.answer.value.tenantId !== null) return cluster
  const { value } = cluster.answer
  const tenantId =
    (await finder.clusterTenant(cluster.id)) ?? (await subscriptionTenant(value.subscriptionId))
  return { ...cluster, answer: known({ ...value, tenantId }) }
}

import { resourceName } from '../../src/base/resource-id.ts'
import type { Cluster, Facts, NodePool, Registry, RoleDefinition } from '../../src/facts/facts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { builtInRoles } from '../emulator/built-in-roles.ts'
import type { Printed, PrintedGrant } from './printed-fixes.ts'

export type World = { readonly manifests: Manifests; readonly facts: Facts }

/** What Azure and the cluster are when a printed fix was carried out. */
export function applied(world: World, printed: Printed): World {
  switch (printed.kind) {
    case 'grant':
      return withFacts(world, granted(world.facts, printed))
    case 'attach':
      return withFacts(world, attached(world.facts, printed))
    case 'registry':
      return withRegistry(world, printed.name, registry => ({ ...registry, ...changed(printed) }))
    case 'arm-tokens':
      return withRegistry(world, printed.name, registry => ({
        ...registry,
        authenticationAsArm: printed.status === 'enabled'
      }))
    case 'node-image':
      return withNewNodes(
        withPools(world, printed, pool => ({
          ...pool,
          nodeImageVersion: newest(pool, world.facts)
        })),
        printed
      )
    case 'version':
      return upgraded(world, printed)
    case 'start':
      return withCluster(withPools(world, printed, started), printed.cluster, cluster =>
        printed.pool === null ? { ...cluster, powerState: 'Running' } : cluster
      )
    case 'pod-identity-off':
      return withCluster(world, printed.cluster, cluster => ({ ...cluster, podIdentity: false }))
    case 'streaming-off':
      return withPools(world, printed, pool => ({ ...pool, artifactStreaming: false }))
    case 'pull-secret':
      return withPods(world, pod => ({
        ...pod,
        imagePullSecrets: [...pod.imagePullSecrets, printed.name]
      }))
    case 'node-pools':
      return withPods(world, pod => ({
        ...pod,
        nodeSelector: {
          ...pod.nodeSelector,
          'kubernetes.azure.com/agentpool': printed.names.join()
        }
      }))
  }
}

const withFacts = (world: World, facts: Facts): World => ({ ...world, facts })

const started = (pool: NodePool): NodePool => ({ ...pool, powerState: 'Running' })

const changed = ({ option, value }: Extract<Printed, { kind: 'registry' }>): Partial<Registry> => {
  const isOn = value === 'true'
  if (option === '--public-network-enabled')
    return { publicNetworkAccess: isOn ? 'Enabled' : 'Disabled' }
  return option === '--admin-enabled' ? { adminUser: isOn } : { dataEndpoint: isOn }
}

const withRegistry = (
  world: World,
  name: string,
  change: (registry: Registry) => Registry
): World =>
  withFacts(world, {
    ...world.facts,
    registries: world.facts.registries.map(each =>
      each.answer.known && each.answer.value.name === name
        ? { ...each, answer: { ...each.answer, value: change(each.answer.value) } }
        : each
    )
  })

const withCluster = (world: World, name: string, change: (cluster: Cluster) => Cluster): World =>
  withFacts(world, {
    ...world.facts,
    clusters: world.facts.clusters.map(each =>
      each.answer.known && each.answer.value.name === name
        ? { ...each, answer: { ...each.answer, value: change(each.answer.value) } }
        : each
    )
  })

const withPools = (
  world: World,
  { cluster, pool }: { readonly cluster: string; readonly pool: string | null },
  change: (pool: NodePool) => NodePool
): World =>
  withCluster(world, cluster, each => ({
    ...each,
    nodePools: each.nodePools.map(own => (pool === null || own.name === pool ? change(own) : own))
  }))

type Pod = NonNullable<Manifests['uses'][number]['pod']>

const withPods = ({ manifests, facts }: World, change: (pod: Pod) => Pod): World => ({
  facts,
  manifests: {
    ...manifests,
    uses: manifests.uses.map(use => (use.pod === null ? use : { ...use, pod: change(use.pod) }))
  }
})

/** AKS makes nodes with the identity that the cluster has. */
function withNewNodes(
  world: World,
  { cluster, pool }: Extract<Printed, { kind: 'node-image' }>
): World {
  const { relatedResources, clusters } = world.facts
  const found = clusters.find(({ answer }) => answer.known && answer.value.name === cluster)
  const identity = found?.answer.known === true ? found.answer.value.nodeIdentity : null
  const resourceId = identity?.kind === 'kubelet-identity' ? identity.resourceId : null
  if (resourceId === null) return world
  const scaleSets = relatedResources.scaleSets.map(each =>
    each.answer.known && same(each.clusterId, found?.id ?? '')
      ? {
          ...each,
          answer: {
            ...each.answer,
            value: each.answer.value.map(set =>
              pool === null || set.nodePool === pool
                ? { ...set, identityIds: [...set.identityIds, resourceId] }
                : set
            )
          }
        }
      : each
  )
  return withFacts(world, { ...world.facts, relatedResources: { ...relatedResources, scaleSets } })
}

/** The image of the week when the facts were read, in the form of the image that the pool has. */
function newest({ nodeImageVersion }: NodePool, { collectedAt }: Facts): string {
  const [year = '', month = '', day = ''] = collectedAt.slice(0, 10).split('-')
  return (nodeImageVersion ?? 'AKSUbuntu-2204gen2containerd-202401.01.0')
    .replace(/\d{6}\.\d{2}\.\d+$/, `${year}${month}.${day}.0`)
    .replace(/\.\d+\.\d{6}$/, `.9999.${year.slice(2)}${month}${day}`)
}

const upgraded = (
  world: World,
  { cluster, pool, version }: Extract<Printed, { kind: 'version' }>
): World =>
  pool === null
    ? withCluster(world, cluster, each => ({ ...each, kubernetesVersion: version }))
    : withPools(world, { cluster, pool }, each => ({ ...each, kubernetesVersion: version }))

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const reaches = (scope: string, id: string): boolean =>
  same(scope, id) || id.toLowerCase().startsWith(`${scope.toLowerCase()}/`)

function granted(facts: Facts, grant: PrintedGrant): Facts {
  const role = builtInRoles.find(({ id, name }) => grant.role === name || same(grant.role, id))
  const roleId = role?.id ?? grant.role
  const assignment = {
    id: grant.existing ?? `${grant.scope}/providers/Microsoft.Authorization/roleAssignments/new`,
    scope: grant.scope,
    roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
    principalId: grant.principalId,
    principalType: 'ServicePrincipal',
    condition: grant.condition,
    conditionVersion: grant.condition === null ? null : '2.0',
    createdOn: null,
    updatedOn: null
  }
  return {
    ...facts,
    assignments: facts.assignments.map(each => {
      if (!each.answer.known || !reaches(grant.scope, each.registryId)) return each
      const others = each.answer.value.filter(({ id }) => !same(id, assignment.id))
      const wasThere = others.length < each.answer.value.length
      return same(each.principalId, grant.principalId) || wasThere
        ? { ...each, answer: { ...each.answer, value: [...others, assignment] } }
        : each
    }),
    roleDefinitions: withRole(facts, roleId)
  }
}

function withRole({ roleDefinitions }: Facts, roleId: string): Facts['roleDefinitions'] {
  if (roleDefinitions.some(({ key }) => same(key, roleId))) return roleDefinitions
  const role = builtInRoles.find(({ id }) => same(id, roleId))
  if (role === undefined) return roleDefinitions
  const value: RoleDefinition = {
    id: `/providers/Microsoft.Authorization/roleDefinitions/${role.id}`,
    name: role.name,
    custom: false,
    permissions: role.permissions.map(permission => ({
      actions: [...(permission.actions ?? [])],
      notActions: [...(permission.notActions ?? [])],
      dataActions: [...(permission.dataActions ?? [])],
      notDataActions: [...(permission.notDataActions ?? [])],
      condition: null,
      conditionVersion: null
    }))
  }
  return [...roleDefinitions, { key: role.id, answer: { known: true, value } }]
}

/** AKS assigns AcrPull to the identity that the nodes have (AKS docs, cluster-container-registry-integration). */
function attached(
  facts: Facts,
  { cluster, registryId }: Extract<Printed, { kind: 'attach' }>
): Facts {
  const found = facts.clusters.find(
    ({ answer }) => answer.known && answer.value.name === resourceName(cluster)
  )
  const identity = found?.answer.known === true ? found.answer.value.nodeIdentity : null
  return identity?.kind === 'kubelet-identity'
    ? granted(facts, {
        kind: 'grant',
        scope: registryId,
        principalId: identity.objectId,
        role: 'AcrPull',
        condition: null,
        existing: null
      })
    : facts
}

import type { Puller } from '../../access/pull-access.ts'
import type { NodePool } from '../../facts/facts.ts'
import { alwaysTold, untold } from '../always-told.ts'
import { landingPools, poolsOf } from '../landing.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** Azure left out of its answer something that it always tells, and that could stop the pulls. */
export type NotToldObstacle = ObstacleBase<'not-told'> & {
  readonly from: RegistryPulls
  /** What Azure said too little of, as a person calls it. */
  readonly of: string
}

function obstacleOf(
  from: RegistryPulls,
  of: string,
  missing: readonly string[],
  nodePool: NodePool | null
): readonly NotToldObstacle[] {
  if (missing.length === 0) return []
  const { cluster, uses } = from
  const here = poolsOf(cluster).filter(({ name }) => name === nodePool?.name)
  const concerned =
    nodePool === null ? uses : uses.filter(use => landingPools(cluster, here, use).length > 0)
  if (concerned.length === 0) return []
  return [
    {
      kind: 'not-told',
      pulls: stoppedOf(from, concerned),
      nodePools: nodePool === null ? [] : [nodePool.name],
      certainty: 'perhaps',
      evidence: [`Azure did not say the ${missing.join(' and the ')} of ${of}`],
      from,
      of
    }
  ]
}

const ofPool = (from: RegistryPulls, pool: NodePool): readonly NotToldObstacle[] =>
  obstacleOf(
    from,
    `node pool ${pool.name} of cluster ${from.cluster.name}`,
    untold(pool, alwaysTold.nodePool),
    pool
  )

const identityPullers: ReadonlySet<Puller['kind']> = new Set([
  'kubelet-identity',
  'service-account-identity'
])

/**
 * A managed identity signs in to no registry of another tenant. A subscription is in one tenant, so the tenants matter where
 * cluster and registry are in two of them (ACR docs, "Pull images from a registry in a different tenant").
 */
function ofTenants(from: RegistryPulls): readonly NotToldObstacle[] {
  const { registry, cluster, accesses } = from
  if (registry.subscriptionId.toLowerCase() === cluster.subscriptionId.toLowerCase()) return []
  const ofWhom = [
    ...(registry.tenantId === null ? [`registry ${registry.name}`] : []),
    ...(cluster.tenantId === null ? [`cluster ${cluster.name}`] : [])
  ]
  const uses = accesses
    .filter(({ puller }) => identityPullers.has(puller.kind))
    .flatMap(access => access.uses)
  if (ofWhom.length === 0 || uses.length === 0) return []
  const of = ofWhom.join(' and ')
  return [
    {
      kind: 'not-told',
      pulls: stoppedOf(from, uses),
      nodePools: [],
      certainty: 'perhaps',
      evidence: [
        `Azure did not say the tenant of ${of}, and an identity of the cluster's subscription signs in to no registry of another tenant`
      ],
      from,
      of
    }
  ]
}

export const notTold: ObstacleSource<NotToldObstacle> = {
  kind: 'not-told',
  *find(context) {
    for (const from of registryPulls(context)) {
      const { registry, cluster } = from
      const ofRegistry = untold(registry, alwaysTold.registry)
      yield* obstacleOf(from, `registry ${registry.name}`, ofRegistry, null)
      yield* obstacleOf(from, `cluster ${cluster.name}`, untold(cluster, alwaysTold.cluster), null)
      yield* ofTenants(from)
      yield* cluster.nodePools.flatMap(pool => ofPool(from, pool))
    }
  }
}

import { clusterOf } from '../../access/known-facts.ts'
import { groupBy } from '../../base/group-by.ts'
import type { Cluster, NodePool } from '../../facts/facts.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { landingPools, poolsOf } from '../landing.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type ResourceState, resourceState, resourceStateText } from '../resource-states.ts'

/** Nothing can be asserted about pulls where no node runs, or where the nodes need not be what is read of them. */
export type ClusterStateObstacle = ObstacleBase<'cluster-state'> & {
  readonly cluster: Cluster
  /** null: the cluster itself. */
  readonly nodePool: NodePool | null
  readonly state: ResourceState
}

type Stopped = {
  readonly clusterId: string
  readonly cluster: Cluster
  readonly uses: readonly ImageUse[]
}

const obstacle = (
  { clusterId, cluster, uses }: Stopped,
  nodePool: NodePool | null,
  state: ResourceState
): ClusterStateObstacle => ({
  kind: 'cluster-state',
  pulls: { clusterId, host: null, uses: new Set(uses) },
  nodePools: nodePool === null ? [] : [nodePool.name],
  certainty: 'perhaps',
  evidence: [
    nodePool === null
      ? `cluster ${cluster.name} ${resourceStateText(state, cluster)}`
      : `node pool ${nodePool.name} of cluster ${cluster.name} ${resourceStateText(state, nodePool)}`
  ],
  cluster,
  nodePool,
  state
})

/** Whether nodes run in a pool of this name; those that Karpenter adds do. */
const runs = ({ nodePools }: Cluster, name: string): boolean => {
  const pool = nodePools.find(each => each.name === name)
  const state = pool === undefined ? null : resourceState(pool)
  return state === null || state === 'failed'
}

/** The nodes of a pool that failed pull nevertheless; a pool without nodes matters to pods that can land on no other. */
function* onPools({ clusterId, cluster, uses }: Stopped) {
  const pools = poolsOf(cluster)
  const landsOnNodes = (use: ImageUse): boolean =>
    landingPools(cluster, pools, use).some(({ name }) => runs(cluster, name))
  for (const pool of cluster.nodePools) {
    const state = resourceState(pool)
    if (state === null) continue
    const here = pools.filter(({ name }) => name === pool.name)
    const concerned = uses.filter(
      use =>
        landingPools(cluster, here, use).length > 0 && (state === 'failed' || !landsOnNodes(use))
    )
    if (concerned.length > 0) yield obstacle({ clusterId, cluster, uses: concerned }, pool, state)
  }
}

export const clusterState: ObstacleSource<ClusterStateObstacle> = {
  kind: 'cluster-state',
  *find({ facts, accesses }) {
    for (const [clusterId, ofCluster] of groupBy(accesses, access => access.cluster)) {
      const cluster = clusterOf(facts, clusterId)
      if (cluster === null) continue
      const stopped = { clusterId, cluster, uses: ofCluster.flatMap(({ uses }) => uses) }
      const state = resourceState(cluster)
      if (state === null) yield* onPools(stopped)
      else yield obstacle(stopped, null, state)
    }
  }
}

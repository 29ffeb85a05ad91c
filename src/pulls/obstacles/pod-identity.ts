import type { Puller } from '../../access/pull-access.ts'
import { clusterOf } from '../../access/known-facts.ts'
import { groupBy } from '../../base/group-by.ts'
import type { Cluster } from '../../facts/facts.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'

/** An add-on answers the nodes in place of the metadata service that gives out their tokens. */
export type PodIdentityObstacle = ObstacleBase<'pod-identity'> & { readonly cluster: Cluster }

/** Their tokens come from the instance metadata service. */
const servedByMetadata: readonly Puller['kind'][] = ['kubelet-identity', 'service-account-identity']

const obstacleOf = (
  clusterId: string,
  cluster: Cluster,
  uses: ReadonlySet<ImageUse>
): PodIdentityObstacle => ({
  kind: 'pod-identity',
  pulls: { clusterId, host: null, uses },
  nodePools: [],
  certainty: 'perhaps',
  evidence: [
    'pod-managed identity is on and answers their requests to the instance metadata service'
  ],
  cluster
})

export const podIdentity: ObstacleSource<PodIdentityObstacle> = {
  kind: 'pod-identity',
  *find({ facts, accesses }) {
    const served = accesses.filter(({ puller }) => servedByMetadata.includes(puller.kind))
    for (const [clusterId, ofCluster] of groupBy(served, access => access.cluster)) {
      const cluster = clusterOf(facts, clusterId)
      if (cluster?.podIdentity === true && cluster.nodeIdentity.kind === 'kubelet-identity')
        yield obstacleOf(clusterId, cluster, new Set(ofCluster.flatMap(({ uses }) => uses)))
    }
  }
}

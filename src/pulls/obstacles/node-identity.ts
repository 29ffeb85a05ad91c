import { listText } from '../../base/sentences.ts'
import { resourceName } from '../../base/resource-id.ts'
import { clusterOf } from '../../access/known-facts.ts'
import { groupBy } from '../../base/group-by.ts'
import type { Reason } from '../../facts/fact.ts'
import type { Cluster, Facts } from '../../facts/facts.ts'
import type { ScaleSet } from '../../facts/related-resources/scale-sets.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { landingPools, poolsOf } from '../landing.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import type { PullContext } from '../pull-context.ts'
import { answerTo } from '../../facts/related-resources/index.ts'

/** The machines behind a pool need not carry the identity that they sign in with. */
export type NodeIdentityObstacle = ObstacleBase<'node-identity'> & {
  readonly cluster: Cluster
  /** Name of a node pool without it; or why it is not known of any. */
  readonly missing:
    | { readonly known: true; readonly nodePool: string }
    | { readonly known: false; readonly reason: Reason }
}

/** What the nodes of one cluster pull with its kubelet identity. */
type KubeletPulls = {
  readonly clusterId: string
  readonly cluster: Cluster
  /** ARM id. */
  readonly identity: string
  readonly uses: readonly ImageUse[]
}

function identityOf({ nodeIdentity }: Cluster): string | null {
  return nodeIdentity.kind === 'kubelet-identity' ? nodeIdentity.resourceId : null
}

function kubeletPulls({ facts, accesses }: PullContext): readonly KubeletPulls[] {
  const byKubelet = accesses.filter(({ puller }) => puller.kind === 'kubelet-identity')
  return [...groupBy(byKubelet, access => access.cluster)].flatMap(([clusterId, ofCluster]) => {
    const cluster = clusterOf(facts, clusterId)
    const identity = cluster === null ? null : identityOf(cluster)
    const uses = [...new Set(ofCluster.flatMap(access => access.uses))]
    return cluster === null || identity === null ? [] : [{ clusterId, cluster, identity, uses }]
  })
}

const obstacle = (
  { clusterId, cluster }: KubeletPulls,
  uses: readonly ImageUse[],
  missing: NodeIdentityObstacle['missing'],
  evidence: string
): NodeIdentityObstacle => ({
  kind: 'node-identity',
  pulls: { clusterId, host: null, uses: new Set(uses) },
  nodePools: missing.known ? [missing.nodePool] : [],
  certainty: 'perhaps',
  evidence: [evidence],
  cluster,
  missing
})

const carries = ({ identityIds }: ScaleSet, identity: string): boolean =>
  identityIds.some(id => id.toLowerCase() === identity.toLowerCase())

function scaleSetsText(scaleSets: readonly ScaleSet[]): string {
  const names = listText(scaleSets.map(({ name }) => name))
  return scaleSets.length === 1 ? `scale set ${names} does` : `scale sets ${names} do`
}

/** Nodes without a scale set (pools of virtual machines, nodes that Karpenter adds) are not looked at. */
function* poolsWithout(pulls: KubeletPulls, scaleSets: readonly ScaleSet[]) {
  const without = scaleSets.filter(each => !carries(each, pulls.identity))
  for (const pool of poolsOf(pulls.cluster)) {
    const ofPool = without.filter(({ nodePool }) => nodePool === pool.name)
    const uses = pulls.uses.filter(use => landingPools(pulls.cluster, [pool], use).length > 0)
    if (ofPool.length > 0 && uses.length > 0)
      yield obstacle(
        pulls,
        uses,
        { known: true, nodePool: pool.name },
        `${scaleSetsText(ofPool)} not carry kubelet identity ${resourceName(pulls.identity)}, which its nodes sign in with`
      )
  }
}

function* obstaclesTo(
  pulls: KubeletPulls,
  facts: Facts
): Generator<NodeIdentityObstacle, void, undefined> {
  const { clusterId, cluster, identity, uses } = pulls
  const scaleSets = answerTo(facts, { kind: 'scaleSets', clusterId })
  if (scaleSets === null) return
  if (scaleSets.known) yield* poolsWithout(pulls, scaleSets.value)
  else
    yield obstacle(
      pulls,
      uses,
      { known: false, reason: scaleSets.reason },
      `whether the nodes of cluster ${cluster.name} carry kubelet identity ${resourceName(identity)} cannot be determined: ${scaleSets.reason.message}`
    )
}

export const nodeIdentity: ObstacleSource<NodeIdentityObstacle> = {
  kind: 'node-identity',
  *find(context) {
    for (const pulls of kubeletPulls(context)) yield* obstaclesTo(pulls, context.facts)
  }
}

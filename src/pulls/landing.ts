import type { Cluster, NodePool } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import {
  autoProvisionedTraits,
  eligiblePools,
  type NodePoolTraits
} from '../kubernetes/nodes/node-pools.ts'
import { memoizeForObjects } from '../base/memoize.ts'

/** What checks look at where pods land: a node pool, or the nodes that Karpenter adds. */
export type LandingPool = NodePoolTraits &
  Pick<NodePool, 'kubernetesVersion' | 'nodeImageVersion'> & {
    /** ARM lists no pool of that name, so no command can address it. */
    readonly autoProvisioned: boolean
    readonly clusterVersion: string | null
    readonly oldestNodeImage: string | null
  }

/** New node images reach every region within some weeks (AKS docs, "Release tracker"). */
const rollOut = 31 * 24 * 3_600_000

/** No node is older than its cluster, so its image is not older than those that were given out then; as images are numbered. */
function imageOf(createdAt: string | null): string | null {
  const made = createdAt === null ? NaN : Date.parse(createdAt) - rollOut
  if (Number.isNaN(made)) return null
  const [year = '', month = '', day = ''] = new Date(made).toISOString().slice(0, 10).split('-')
  return `${year}${month}.${day}.0`
}

/** New nodes get the control plane's version (AKS docs, "Node auto-provisioning"); their image is not in ARM. */
const autoProvisionedPool = ({ kubernetesVersion, createdAt }: Cluster): LandingPool => ({
  ...autoProvisionedTraits,
  kubernetesVersion,
  clusterVersion: kubernetesVersion,
  nodeImageVersion: null,
  oldestNodeImage: imageOf(createdAt),
  autoProvisioned: true
})

/** Karpenter adds nodes as pods need them (AKS docs, "Node auto-provisioning"). */
export const addsNodes = (cluster: Cluster): boolean =>
  cluster.nodeProvisioningMode?.toLowerCase() === 'auto'

/** The pools of a cluster, the same values at each call; node auto-provisioning counts as one more. */
export const poolsOf = memoizeForObjects((cluster: Cluster): readonly LandingPool[] => [
  ...cluster.nodePools.map(pool => ({
    ...pool,
    clusterVersion: cluster.kubernetesVersion,
    oldestNodeImage: null,
    autoProvisioned: false
  })),
  ...(addsNodes(cluster) ? [autoProvisionedPool(cluster)] : [])
])

/** Who writes a pod that no listed pool takes, on a cluster where Karpenter adds nodes, counts on those. */
const countsOnAdded = (cluster: Cluster, { pod }: ImageUse): boolean =>
  eligiblePools(cluster.nodePools, pod, cluster).length === 0

/** Those of the pools on which the image can be pulled: where its pod can land. */
export function landingPools(
  cluster: Cluster,
  pools: readonly LandingPool[],
  use: ImageUse
): readonly LandingPool[] {
  const eligible = eligiblePools(pools, use.pod, cluster)
  const added = pools.find(pool => pool.autoProvisioned && !eligible.includes(pool))
  return added === undefined || !countsOnAdded(cluster, use) ? eligible : [...eligible, added]
}

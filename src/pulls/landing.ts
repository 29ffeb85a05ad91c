import type { Cluster, NodePool } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/image-use.ts'
import { eligiblePools, type NodePoolTraits } from '../kubernetes/nodes/node-pools.ts'
import { memoizeForObjects } from '../base/memoize.ts'

/** What checks look at where pods land: a node pool, or the nodes that Karpenter adds. */
export type LandingPool = NodePoolTraits &
  Pick<NodePool, 'kubernetesVersion' | 'nodeImageVersion'> & {
    /** ARM lists no pool of that name, so no command can address it. */
    readonly autoProvisioned: boolean
  }

/** New nodes get the control plane's version (AKS docs, "Node auto-provisioning"); their image is not in ARM. */
const autoProvisionedPool = ({ kubernetesVersion }: Cluster): LandingPool => ({
  name: 'auto-provisioned nodes',
  mode: 'User',
  osType: 'Linux',
  osSku: null,
  architecture: null,
  vmSize: null,
  labels: {},
  taints: [],
  spot: false,
  kubernetesVersion,
  nodeImageVersion: null,
  autoProvisioned: true
})

/** Karpenter adds nodes as pods need them (AKS docs, "Node auto-provisioning"). */
export const addsNodes = (cluster: Cluster): boolean =>
  cluster.nodeProvisioningMode?.toLowerCase() === 'auto'

/** The pools of a cluster, the same values at each call; node auto-provisioning counts as one more. */
export const poolsOf = memoizeForObjects((cluster: Cluster): readonly LandingPool[] => [
  ...cluster.nodePools.map(pool => ({ ...pool, autoProvisioned: false })),
  ...(addsNodes(cluster) ? [autoProvisionedPool(cluster)] : [])
])

/** Those of the pools on which the image can be pulled: where its pod can land. */
export const landingPools = (
  cluster: Cluster,
  pools: readonly LandingPool[],
  use: ImageUse
): readonly LandingPool[] => eligiblePools(pools, use.pod, cluster)

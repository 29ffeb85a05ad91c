import { groupBy } from '../../base/group-by.ts'
import type { Cluster, NodePool } from '../../facts/facts.ts'
import type { ImageUse, PodContext } from '../../kubernetes/images/image-use.ts'
import { type Demand, demandsOf, eligiblePools } from '../../kubernetes/nodes/node-pools.ts'
import { landsOnUnlistedNode, landsOnVirtualNode } from '../../kubernetes/nodes/virtual-nodes.ts'
import type { Check, FindingDraft } from '../check.ts'
import { addsNodes } from '../../pulls/landing.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { clusterOf } from '../../access/known-facts.ts'
import { resourceName } from '../../base/resource-id.ts'

type PodUse = ImageUse & { readonly pod: PodContext }

const isPodUse = (use: ImageUse): use is PodUse => use.class === 'pod' && use.pod !== null

const demandTexts: Readonly<Record<Demand['kind'], (text: string) => string>> = {
  'node-name': text => `is not node ${text}`,
  'node-selector': text => `lacks label ${text}`,
  'node-affinity': text => `does not meet the ${text}`,
  taint: text => `has taint ${text}`,
  'runtime-class': text => `lacks runtime class ${text}`
}

const obstacles = (cluster: Cluster, pool: NodePool, pod: PodContext): string =>
  demandsOf(pool, pod, cluster)
    .filter(({ met }) => met === 'no')
    .map(({ kind, text }) => demandTexts[kind](text))
    .join(' and ')

const hasNoPool = (cluster: Cluster, { pod }: PodUse): boolean =>
  eligiblePools(cluster.nodePools, pod, cluster).length === 0 &&
  landsOnVirtualNode(pod, cluster.virtualNodes) === 'no' &&
  landsOnUnlistedNode(pod, cluster.virtualNodes) === 'no'

/** Karpenter makes nodes to fit the pod, and an empty list of pools shows only that ARM lists none. */
const listsAllNodes = (cluster: Cluster): boolean =>
  cluster.nodePools.length > 0 && !addsNodes(cluster)

const workloadOf = ({ workload }: ImageUse): string =>
  `${workload.kind} ${workload.namespace === null ? '' : `${workload.namespace}/`}${workload.name}`

const finding = (
  clusterId: string,
  cluster: Cluster,
  workload: string,
  uses: readonly [PodUse, ...PodUse[]]
): FindingDraft => ({
  severity: 'note',
  message: `${workload} can run on no node pool of cluster ${resourceName(clusterId)}: ${cluster.nodePools
    .map(pool => `node pool ${pool.name} ${obstacles(cluster, pool, uses[0].pod)}`)
    .join('; ')}`,
  remediation: [
    {
      description:
        "Change the pod's node selector, affinity or tolerations, or add a node pool for it; if the workload is for another cluster, ignore this note.",
      command: null
    }
  ],
  uses,
  cluster: clusterId
})

function* findingsOn(clusterId: string, cluster: Cluster, uses: readonly ImageUse[]) {
  const stranded = uses.filter(isPodUse).filter(use => hasNoPool(cluster, use))
  for (const [workload, ofWorkload] of groupBy(stranded, workloadOf))
    yield finding(clusterId, cluster, workload, ofWorkload)
}

export const noLandablePool: Check = {
  id: 'no-landable-pool',
  title: 'No node pool of the cluster can run the pod',
  rationale: `Node selector, required node affinity and tolerations are compared with the labels and taints of each node pool, as far as
Azure Resource Manager shows them. A label that somebody could have set on the nodes by hand never excludes a pool. Where nothing can run the
pod, the verdict about its pull says little: the pod stays Pending, or it is meant for another cluster.`,
  references: [
    {
      title: 'Assigning Pods to Nodes',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/'
    },
    {
      title: 'Use labels in an AKS cluster',
      url: 'https://learn.microsoft.com/azure/aks/use-labels'
    }
  ],
  causes: [],
  permissions: [clusterRead],
  words: [],
  *run({ facts, verdicts }) {
    for (const [clusterId, ofCluster] of groupBy(verdicts, verdict => verdict.cluster)) {
      const cluster = clusterOf(facts, clusterId)
      if (cluster !== null && listsAllNodes(cluster))
        yield* findingsOn(clusterId, cluster, [...new Set(ofCluster.flatMap(({ uses }) => uses))])
    }
  }
}

import { grouped } from '../../base/grouping.ts'
import { nameOf } from '../../access/wording.ts'
import type { Cluster, Facts } from '../../facts/facts.ts'
import type { ScaleSet } from '../../facts/surroundings.ts'
import type { ImageUse } from '../../kubernetes/image-use.ts'
import { clusterCommand, nodePoolCommand } from '../wording/azure-commands.ts'
import type { Check, CheckContext, FindingDraft } from '../check.ts'
import { landingPools, poolsOf } from '../../pulls/landing.ts'
import { listText } from '../wording/lists.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { readCluster, readScaleSets } from '../wording/permissions.ts'
import { predicted } from '../wording/prediction.ts'
import { scaleSetsOf } from '../../pulls/surroundings-of.ts'
import { clusterOf } from '../../access/known-facts.ts'

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

function kubeletPulls({ facts, verdicts }: CheckContext): readonly KubeletPulls[] {
  const byKubelet = verdicts.filter(({ puller }) => puller.kind === 'kubelet-identity')
  return [...grouped(byKubelet, verdict => verdict.cluster)].flatMap(([clusterId, ofCluster]) => {
    const cluster = clusterOf(facts, clusterId)
    const identity = cluster === null ? null : identityOf(cluster)
    const uses = [...new Set(ofCluster.flatMap(verdict => verdict.uses))]
    return cluster === null || identity === null ? [] : [{ clusterId, cluster, identity, uses }]
  })
}

const carries = ({ identityIds }: ScaleSet, identity: string): boolean =>
  identityIds.some(id => id.toLowerCase() === identity.toLowerCase())

function scaleSetsText(scaleSets: readonly ScaleSet[]): string {
  const names = listText(scaleSets.map(({ name }) => name))
  return scaleSets.length === 1 ? `scale set ${names} does` : `scale sets ${names} do`
}

const finding = (
  { clusterId, cluster, identity }: KubeletPulls,
  pool: string,
  scaleSets: readonly ScaleSet[],
  uses: readonly ImageUse[]
): FindingDraft => ({
  ...predicted('warning'),
  message: `Pulls on node pool ${pool} of cluster ${cluster.name} may get 401 Unauthorized: ${scaleSetsText(scaleSets)} not carry kubelet identity ${nameOf(identity)}, which its nodes sign in with`,
  remediation: [
    {
      description:
        'Let AKS put its identities back: an update without changes brings the cluster to its settings.',
      command: clusterCommand(cluster, ['update'])
    },
    {
      description: `If the kubelet identity was changed lately, make the nodes of node pool ${pool} anew.`,
      command: nodePoolCommand(cluster, pool, 'upgrade', '--node-image-only')
    }
  ],
  uses,
  cluster: clusterId,
  nodePools: [pool]
})

/** Nodes without a scale set (pools of virtual machines, nodes that Karpenter adds) are not looked at. */
function* poolsWithout(pulls: KubeletPulls, scaleSets: readonly ScaleSet[]) {
  const without = scaleSets.filter(each => !carries(each, pulls.identity))
  for (const pool of poolsOf(pulls.cluster)) {
    const ofPool = without.filter(({ nodePool }) => nodePool === pool.name)
    const uses = pulls.uses.filter(use => landingPools(pulls.cluster, [pool], use).length > 0)
    if (ofPool.length > 0 && uses.length > 0) yield finding(pulls, pool.name, ofPool, uses)
  }
}

function* findings(pulls: KubeletPulls, facts: Facts): Generator<FindingDraft, void, undefined> {
  const { clusterId, cluster, identity, uses } = pulls
  const scaleSets = scaleSetsOf(facts, clusterId)
  if (scaleSets === null) return
  if (scaleSets.known) yield* poolsWithout(pulls, scaleSets.value)
  else
    yield {
      severity: 'unknown',
      message: `Whether the nodes of cluster ${cluster.name} carry kubelet identity ${nameOf(identity)} cannot be said: ${scaleSets.reason.message}`,
      remediation: [bringAnswer(scaleSets.reason)],
      uses,
      cluster: clusterId
    }
}

export const nodeWithoutIdentity: Check = {
  id: 'node-without-identity',
  title: 'Nodes of a pool do not carry the kubelet identity',
  rationale: `Nodes get their tokens from the instance metadata service, which gives out only identities that the virtual machine carries. AKS puts the kubelet identity
on every scale set in the resource group of the nodes; somebody may have taken it off again, a policy may have replaced the list, and after a
change of the identity a pool that was not made anew still has the old one. Pulls on these nodes then go on without credentials and
end in \`401 Unauthorized\`, while the same image is pulled on other pools.

In a \`--thorough\` run the scale sets are read, and matched to node pools by the tag \`aks-managed-poolName\`. Only pools on which a pod that pulls
with the kubelet identity can land are looked at. What the scale set says need not be true of each of its machines, so this is a warning; pools
of single virtual machines and nodes of node auto-provisioning have no scale set. Whether a node reaches the metadata service only it can tell.`,
  references: [
    {
      title: 'Use a managed identity in AKS',
      url: 'https://learn.microsoft.com/azure/aks/use-managed-identity'
    },
    {
      title: "Can't pull images from Azure Container Registry to Kubernetes",
      url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/cannot-pull-image-from-acr-to-aks-cluster'
    }
  ],
  causes: ['Z5', 'Z10'],
  permissions: [readCluster, readScaleSets],
  *run(context) {
    for (const pulls of kubeletPulls(context)) yield* findings(pulls, context.facts)
  }
}

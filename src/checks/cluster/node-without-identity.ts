import type { NodeIdentityObstacle } from '../../pulls/obstacles/node-identity.ts'
import { clusterCommand, nodePoolCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { evidenceMessage, evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { scaleSetsRead } from '../../facts/related-resources/scale-sets.ts'
import type { Cluster } from '../../facts/facts.ts'

const putBack = (cluster: Cluster, pool: string): readonly Remediation[] => [
  {
    description:
      'Let AKS put its identities back: an update without changes brings the cluster to its settings.',
    command: clusterCommand(cluster, ['update'])
  },
  {
    description: `If the kubelet identity was changed lately, recreate the nodes of node pool ${pool}.`,
    command: nodePoolCommand(cluster, pool, 'upgrade', '--node-image-only')
  }
]

function finding(obstacle: NodeIdentityObstacle): FindingDraft {
  const { cluster, missing, pulls } = obstacle
  const about = { uses: [...pulls.uses], cluster: pulls.clusterId, nodePools: obstacle.nodePools }
  return missing.known
    ? {
        ...about,
        severity: 'warning',
        message: `Pulls on node pool ${missing.nodePool} of cluster ${cluster.name} may get 401 Unauthorized: ${evidenceText(obstacle)}`,
        remediation: putBack(cluster, missing.nodePool)
      }
    : {
        ...about,
        severity: 'unknown',
        message: evidenceMessage(obstacle),
        remediation: [bringAnswer(missing.reason)]
      }
}

export const nodeWithoutIdentity: Check = {
  id: 'node-without-identity',
  title: 'Nodes of a pool do not carry the kubelet identity',
  rationale: `Nodes get their tokens from the instance metadata service, which gives out only identities that the virtual machine carries. AKS puts the kubelet identity
on every scale set in the resource group of the nodes; somebody may have taken it off again, a policy may have replaced the list, and after a
change of the identity a pool that was not recreated still has the old one. Pulls on these nodes then go on without credentials and
end in \`401 Unauthorized\`, while the same image is pulled on other pools.

In every run but a \`--quick\` one the scale sets are read, and matched to node pools by the tag \`aks-managed-poolName\`. Only pools on which a pod that pulls
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
  permissions: [clusterRead, scaleSetsRead],
  words: ['node-identity'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'node-identity').map(finding)
  }
}

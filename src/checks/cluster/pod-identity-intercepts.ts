import type { PodIdentityObstacle } from '../../pulls/obstacles/pod-identity.ts'
import { clusterCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { clusterRead } from '../../facts/arm-actions.ts'

const finding = (obstacle: PodIdentityObstacle): FindingDraft => ({
  severity: 'warning',
  message: `Nodes of cluster ${obstacle.cluster.name} may get no token for the registry: ${evidenceText(obstacle)}`,
  remediation: [
    {
      description:
        'Move the pods to Microsoft Entra Workload ID, then switch the add-on off (extension aks-preview).',
      command: clusterCommand(obstacle.cluster, ['update'], '--disable-pod-identity')
    }
  ],
  uses: [...obstacle.pulls.uses],
  cluster: obstacle.pulls.clusterId
})

export const podIdentityIntercepts: Check = {
  id: 'pod-identity-intercepts',
  title: 'Pod identity stands between the nodes and their tokens',
  rationale: `Nodes get the token for the registry from the instance metadata service. The add-on for pod-managed identity (aad-pod-identity) changes the
iptables of every node so that its own pod answers requests to that service. Where that pod is not ready, or has no rule for who asks, nodes and tools on them get no
token, and the pull fails as anonymous (\`failed to fetch anonymous token … 401\`), on some nodes and not on others.

The add-on has been out of support since September 2025; its successor is Microsoft Entra Workload ID, which does not touch the metadata service. Whether
a node is affected shows only there, so this is a warning, and the pull is open.`,
  references: [
    {
      title: 'Use a system-assigned managed identity in AKS (limitations)',
      url: 'https://learn.microsoft.com/azure/aks/system-assigned-managed-identity'
    },
    {
      title: 'Microsoft Entra pod-managed identities in AKS (deprecated)',
      url: 'https://learn.microsoft.com/azure/aks/use-azure-ad-pod-identity'
    },
    {
      title: 'Microsoft Entra Workload ID with AKS',
      url: 'https://learn.microsoft.com/azure/aks/workload-identity-overview'
    }
  ],
  causes: ['Z10'],
  permissions: [clusterRead],
  words: ['pod-identity'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'pod-identity').map(finding)
  }
}

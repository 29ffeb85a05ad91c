import { assuming } from '../wording/assumption.ts'
import { virtualNodeIdentity } from '../../kubernetes/nodes/virtual-nodes.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

export const virtualNodeNeedsSecret: Check = {
  id: 'virtual-node-needs-secret',
  title: 'A virtual node pulls with pull secrets alone',
  rationale: `Pods on virtual nodes run in Azure Container Instances. No kubelet identity is there, so only the pod's own
\`imagePullSecrets\` count; this pod has none that covers the registry.
Virtual nodes of the second generation come with a Helm chart and are no field of the cluster: what pulls there is not known from here.`,
  references: [
    {
      title: 'Create and configure AKS to use virtual nodes (limitations)',
      url: 'https://learn.microsoft.com/azure/aks/virtual-nodes'
    }
  ],
  causes: ['Z17'],
  permissions: [clusterRead],
  words: ['virtual-node-needs-secret', 'virtual-node-not-listed'],
  *run({ verdicts }) {
    for (const { verdict } of verdictsBecause(verdicts, 'virtual-node-not-listed'))
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `${verdict.image} on ${clusterText(verdict)} cannot be judged: the pod may run on virtual nodes of another kind (Helm chart virtual nodes v2), which Azure Resource Manager does not show, and there the identity of the cluster's nodes does not pull`,
        remediation: [
          {
            description: `See that the pod has a pull secret for ${verdict.registry}, or annotation ${virtualNodeIdentity} with an identity that may pull, and that the chart's node reaches the registry.`,
            command: null
          }
        ]
      }
    for (const { verdict } of verdictsBecause(verdicts, 'virtual-node-needs-secret'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: verdict.result === 'no-pull' ? 'error' : 'unknown',
        message: `${verdict.image} cannot be pulled on the virtual nodes of ${clusterText(verdict)}: they have no kubelet identity, and the pod has no pull secret for registry ${verdict.registry}`,
        remediation: [
          {
            description: `Give the pod a pull secret for ${verdict.registry}, or let it run on a node pool.`,
            command: null
          }
        ]
      })
  }
}

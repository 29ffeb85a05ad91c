import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

export const virtualNodeNeedsSecret: Check = {
  id: 'virtual-node-needs-secret',
  title: 'A virtual node pulls with pull secrets alone',
  rationale: `Pods on virtual nodes run in Azure Container Instances. No kubelet identity is there, so only the pod's own
\`imagePullSecrets\` count; this pod has none that covers the registry.`,
  references: [
    {
      title: 'Create and configure AKS to use virtual nodes (limitations)',
      url: 'https://learn.microsoft.com/azure/aks/virtual-nodes'
    }
  ],
  causes: ['Z17'],
  permissions: [clusterRead],
  words: ['virtual-node-needs-secret'],
  *run({ verdicts }) {
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

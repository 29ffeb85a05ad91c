import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

export const nodesDiffer: Check = {
  id: 'nodes-differ',
  title: 'The pull works on some nodes and fails on others',
  rationale: `The pod can land on nodes that sign in differently (virtual nodes, Windows pools beside service account image pull, node images of
different age). Some of them can pull the image and some cannot, so it depends on the scheduler: the worst kind of failure to look for afterwards.`,
  references: [
    {
      title: 'Assign pods to nodes',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/'
    }
  ],
  causes: ['Z15', 'Z16'],
  permissions: [clusterRead],
  words: ['nodes-differ'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'nodes-differ'))
      yield {
        ...subjectOf(verdict),
        severity: 'warning',
        message: `${verdict.image} on ${clusterText(verdict)} can be pulled by ${cause.pulling.join(', ')}, but not by ${cause.failing.join(', ')}, and the pod can land on both`,
        remediation: [
          {
            description: `Keep the pod off ${cause.failing.join(', ')} (nodeSelector, affinity, taints), or mend the credential there.`,
            command: null
          }
        ]
      }
  }
}

import type { Facts } from '../../facts/facts.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import { clusterOf } from '../../access/known-facts.ts'
import type { Check, FixCode } from '../check.ts'
import { nodePoolYaml } from '../code/pod-yaml.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

/** Of node pools of the cluster alone: virtual nodes are chosen in other ways. */
function keptOn(
  facts: Facts,
  { cluster: id }: Verdict,
  nodes: readonly string[]
): readonly FixCode[] {
  const pools = clusterOf(facts, id)?.nodePools ?? []
  const [first, ...others] = pools
    .map(({ name }) => name)
    .filter(name => nodes.includes(`node pool ${name}`))
  return first === undefined || nodes.length > 1 + others.length
    ? []
    : [nodePoolYaml([first, ...others])]
}

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
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'nodes-differ'))
      yield {
        ...subjectOf(verdict),
        severity: 'warning',
        message: `${verdict.image} on ${clusterText(verdict)} can be pulled by ${cause.pulling.join(', ')}, but not by ${cause.failing.join(', ')}, and the pod can land on both`,
        remediation: [
          {
            description: `Keep the pod off ${cause.failing.join(', ')} (nodeSelector, affinity, taints), or mend the credential there.`,
            command: null,
            code: keptOn(facts, verdict, cause.pulling)
          }
        ]
      }
  }
}

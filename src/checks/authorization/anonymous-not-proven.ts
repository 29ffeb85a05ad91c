import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

export const anonymousNotProven: Check = {
  id: 'anonymous-not-proven',
  title: 'The registry is open, but the nodes may not try without credentials',
  rationale: `Anonymous pull is on, and the identity that the nodes offer first has no grant. Whether the kubelet goes on to try without credentials depends on
its version and on the host; where that is not certain, neither is the pull.`,
  references: [
    {
      title: 'Make your container registry content publicly available',
      url: 'https://learn.microsoft.com/azure/container-registry/anonymous-pull-access'
    }
  ],
  causes: ['Z18'],
  permissions: [registryRead],
  words: ['anonymous-not-proven'],
  *run({ verdicts }) {
    for (const { verdict } of verdictsBecause(verdicts, 'anonymous-not-proven'))
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `${verdict.image} on ${clusterText(verdict)} hangs on anonymous pull from registry ${verdict.registry}, and it is not certain that its nodes get as far as trying without credentials`,
        remediation: [
          {
            description: 'Grant the identity of the nodes, or use the global login server.',
            command: null
          }
        ]
      }
  }
}

import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { readRegistry } from '../wording/permissions.ts'
import { clusterText } from '../wording/wording.ts'

export const anonymousPull: Check = {
  id: 'anonymous-pull',
  title: 'The pull works only because the registry is open to everybody',
  rationale: `Anonymous pull is on for this registry, so anybody on the internet can pull every repository in it, and the missing grant does
not show. The day anonymous pull is switched off, every node gets 401.`,
  references: [
    {
      title: 'Make your container registry content publicly available',
      url: 'https://learn.microsoft.com/azure/container-registry/anonymous-pull-access'
    }
  ],
  causes: ['Z17', 'Z18'],
  permissions: [readRegistry],
  *run({ verdicts }) {
    for (const { verdict } of verdictsBecause(verdicts, 'anonymous-pull'))
      yield {
        ...subjectOf(verdict),
        severity: 'note',
        message: `${verdict.image} is pulled anonymously on ${clusterText(verdict)}: registry ${verdict.registry} is open to everybody, and no identity of the cluster holds a grant there`,
        remediation: [
          {
            description: 'Grant the identity of the nodes before you switch anonymous pull off.',
            command: null
          }
        ]
      }
  }
}

import type { Check } from '../check.ts'
import { subjectOf, accessesBy } from '../wording/from-verdicts.ts'
import { registryRead } from '../../facts/arm-actions.ts'
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
  causes: ['Z18'],
  permissions: [registryRead],
  words: [],
  *run({ pulls }) {
    for (const { access } of accessesBy(pulls.accesses, 'anonymous-pull'))
      yield {
        ...subjectOf(access),
        severity: 'note',
        message: `${access.image} is pulled anonymously on ${clusterText(access)}: registry ${access.registry} is open to everybody, and no identity of the cluster holds a grant there`,
        remediation: [
          {
            description: 'Grant the identity of the nodes before you switch anonymous pull off.',
            command: null
          }
        ]
      }
  }
}

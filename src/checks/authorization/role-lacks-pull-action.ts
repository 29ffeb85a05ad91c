import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { grantPull } from '../wording/remediation.ts'
import { clusterText, pullerText, rolesText } from '../wording/wording.ts'

export const roleLacksPullAction: Check = {
  id: 'role-lacks-pull-action',
  title: 'The role at the registry does not contain the pull action',
  rationale: `The puller holds a role that speaks about registries, but not the pull action: its \`notActions\` take it away, a
custom role never listed it, or the role is one of those that only sound right (Container Registry Configuration Reader,
Container Registry Repository Catalog Lister, AcrImageSigner, …). \`notActions\` is no deny: a second role that contains the action heals it.`,
  references: [
    {
      title: 'Custom roles for Azure Container Registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-custom-roles'
    }
  ],
  causes: ['Z9'],
  permissions: grantReads,
  words: ['role-lacks-pull-action'],
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'role-lacks-pull-action'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: ${pullerText(verdict.puller)} holds ${rolesText(cause.grants)} at registry ${verdict.registry}, which does not contain the pull action`,
        remediation: grantPull(facts, verdict)
      })
  }
}

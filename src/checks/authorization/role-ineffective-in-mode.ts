import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { grantPull } from '../wording/remediation.ts'
import { clusterText, modeText, pullerText, rolesText } from '../wording/wording.ts'

export const roleIneffectiveInMode: Check = {
  id: 'role-ineffective-in-mode',
  title: "The role does not count in this registry's role assignment mode",
  rationale: `A registry honours one set of permissions. In the mode "RBAC Registry + ABAC Repository Permissions" the roles AcrPull, AcrPush,
Reader, Contributor and Owner give no pull, and \`az aks update --attach-acr\` assigns a role that is ignored; in the mode
"RBAC Registry Permissions" the Container Registry Repository roles give none. The assignment looks right in the portal, and the node still gets 401.`,
  references: [
    {
      title: 'Microsoft Entra attribute-based access control for repository permissions',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-abac-repository-permissions'
    }
  ],
  causes: ['Z2', 'Z9'],
  permissions: grantReads,
  words: ['role-ineffective-in-mode'],
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'role-ineffective-in-mode'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: ${pullerText(verdict.puller)} holds ${rolesText(cause.grants)}, which registry ${verdict.registry} ignores in its mode "${modeText[cause.mode]}"`,
        remediation: grantPull(facts, verdict)
      })
  }
}

import type { Check } from '../check.ts'
import { subjectOf, accessesBy } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { grantPull } from '../wording/remediation.ts'
import { clusterText, pullerText } from '../wording/wording.ts'

export const groupGrant: Check = {
  id: 'group-grant',
  title: 'The grant comes through a group',
  rationale: `It works, with a caveat that Azure documents: the group claims of a managed identity are cached for about 24 hours, so after a change of
membership pulls can fail for hours although everything looks right. A direct assignment has no such delay. When the identity became a member shows nowhere, so this is a warning for old memberships too.`,
  references: [
    {
      title: 'Authenticate with Azure Container Registry from AKS (limitations)',
      url: 'https://learn.microsoft.com/azure/aks/cluster-container-registry-integration'
    }
  ],
  causes: ['Z7'],
  permissions: grantReads,
  words: [],
  *run({ facts, pulls }) {
    for (const { access, by } of accessesBy(pulls.accesses, 'granted'))
      if (by.viaGroup)
        yield {
          ...subjectOf(access),
          severity: 'warning',
          message: `${access.image} on ${clusterText(access)}: ${pullerText(access.puller)} holds ${by.grant.role} at registry ${access.registry} only through group ${by.grant.assignment.principalId}, whose membership can take 24 hours to reach the nodes`,
          remediation: grantPull(facts, access)
        }
  }
}

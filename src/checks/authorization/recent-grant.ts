import type { Check } from '../check.ts'
import { subjectOf, accessesBy } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

/** A role assignment takes up to 10 minutes to reach every region, so 15 with a margin (RBAC docs, troubleshooting). */
const propagationMinutes = 15

const minutesBetween = (earlier: string, later: string): number =>
  (Date.parse(later) - Date.parse(earlier)) / 60_000

export const recentGrant: Check = {
  id: 'recent-grant',
  title: 'The grant is so young that it may not have arrived',
  rationale: `Role assignments take up to 10 minutes to take effect, and a node may have cached a refusal. Pulls right after
the assignment can fail with 401 and heal by themselves; this is a warning with the age of the grant, never a failure.`,
  references: [
    {
      title: 'Troubleshoot Azure RBAC: role assignment changes are not being detected',
      url: 'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting'
    }
  ],
  causes: ['Z6'],
  permissions: grantReads,
  words: [],
  *run({ facts, pulls }) {
    for (const { access, by } of accessesBy(pulls.accesses, 'granted')) {
      const since = by.grant.assignment.updatedOn ?? by.grant.assignment.createdOn
      if (since === null) continue
      const age = minutesBetween(since, facts.collectedAt)
      if (!(age < propagationMinutes)) continue
      yield {
        ...subjectOf(access),
        severity: 'warning',
        message: `${access.image} on ${clusterText(access)}: ${by.grant.role} at registry ${access.registry} was assigned ${Math.max(0, Math.floor(age))} minutes before this check, and can take ${propagationMinutes} minutes to arrive`,
        remediation: [{ description: 'Wait a few minutes before you deploy.', command: null }]
      }
    }
  }
}

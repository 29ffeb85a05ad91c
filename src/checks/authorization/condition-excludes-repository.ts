import { readCondition, repositoriesNamed } from '../../access/rbac/condition.ts'
import type { NamedAssignment } from '../../access/pull-access.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import { assuming } from '../wording/assumption.ts'
import type { Check, Remediation } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { command } from '../../base/shell-command.ts'
import { clusterText, pullerText, rolesText } from '../wording/wording.ts'

function allowedText(grants: readonly NamedAssignment[]): string {
  const values = grants.flatMap(({ assignment }) =>
    repositoriesNamed(readCondition(assignment.condition, assignment.conditionVersion))
  )
  return values.length === 0 ? '' : ` (it names ${values.map(value => `'${value}'`).join(', ')})`
}

function showCondition(verdict: Verdict, grant: NamedAssignment): Remediation {
  return {
    description: `Let the condition of ${grant.role} include repository ${verdict.repository} (a prefix ends with /), or assign the role again without it; this prints the assignment to start from.`,
    command: command(
      ...['az', 'role', 'assignment', 'list', '--assignee', grant.assignment.principalId],
      ...['--scope', grant.assignment.scope, '--query', `[?id=='${grant.assignment.id}']`]
    )
  }
}

export const conditionExcludesRepository: Check = {
  id: 'condition-excludes-repository',
  title: 'The condition of the role assignment leaves this repository out',
  rationale: `On a registry with ABAC repository permissions, a role assignment can carry a condition that limits it to some
repositories. The puller holds a role that would let it pull, but every such assignment has a condition that is false for this repository.
A frequent slip is the slash: \`StringStartsWithIgnoreCase 'team'\` matches \`team-b/app\` too, and \`'team/'\` does not match \`team\`.`,
  references: [
    {
      title: 'Azure role assignment condition format and syntax',
      url: 'https://learn.microsoft.com/azure/role-based-access-control/conditions-format'
    }
  ],
  causes: ['Z3'],
  permissions: grantReads,
  words: ['condition-excludes-repository'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'condition-excludes-repository'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: ${pullerText(verdict.puller)} holds ${rolesText(cause.grants)} at registry ${verdict.registry}, but its condition excludes repository ${verdict.repository}${allowedText(cause.grants)}`,
        remediation: cause.grants.map(grant => showCondition(verdict, grant))
      })
  }
}

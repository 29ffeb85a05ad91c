import { readCondition, repositoriesNamed } from '../../access/rbac/condition.ts'
import type { NamedAssignment } from '../../access/pull-access.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import { assuming } from '../wording/assumption.ts'
import type { Check, Remediation } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { resourceName } from '../../base/resource-id.ts'
import { registryOf } from '../../access/known-facts.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { grantCode } from '../code/grant-code.ts'
import { conditionWith, updateCondition } from '../code/widened-condition.ts'
import { alternatives } from '../wording/alternatives.ts'
import { clusterText, pullerText, rolesText } from '../wording/wording.ts'

function allowedText(grants: readonly NamedAssignment[]): string {
  const values = grants.flatMap(({ assignment }) =>
    repositoriesNamed(readCondition(assignment.condition, assignment.conditionVersion))
  )
  return values.length === 0 ? '' : ` (it names ${values.map(value => `'${value}'`).join(', ')})`
}

const principalTypes = ['ServicePrincipal', 'User', 'Group'] as const

/** The whole condition that the assignment should have; null where Azure would not take it, or the assignment has none. */
function widen(
  { assignment, role }: NamedAssignment,
  { repository, registry: host }: Verdict,
  registry: Registry
): Remediation | null {
  const { id, scope, principalId, principalType, roleDefinitionId } = assignment
  const condition = conditionWith(assignment.condition ?? '', repository)
  const type = principalTypes.find(each => each === principalType)
  if (condition === null || assignment.condition === null) return null
  return {
    description: `Let the condition of ${role} include repository ${repository}: what it allows today stays allowed (needs Microsoft.Authorization/roleAssignments/write there).`,
    command: updateCondition(assignment, condition, registry.subscriptionId),
    code:
      type === undefined
        ? []
        : grantCode({
            purpose: `${role} at ${host}, for repository ${repository} too`,
            name: `pull_from_${registry.name}_${resourceName(id)}`,
            scope,
            principalId,
            principalType: type,
            role: { id: roleDefinitionId, name: null },
            condition,
            existing: id
          })
  }
}

function cures(
  facts: Facts,
  verdict: Verdict,
  grants: readonly NamedAssignment[]
): readonly Remediation[] {
  const registry = registryOf(facts, verdict.registry)
  if (registry === null) return []
  return alternatives(grants.map(grant => widen(grant, verdict, registry) ?? []))
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
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'condition-excludes-repository'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: ${pullerText(verdict.puller)} holds ${rolesText(cause.grants)} at registry ${verdict.registry}, but its condition excludes repository ${verdict.repository}${allowedText(cause.grants)}`,
        remediation: cures(facts, verdict, cause.grants)
      })
  }
}

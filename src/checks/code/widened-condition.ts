import { command } from '../../base/shell-command.ts'
import { resourceName } from '../../base/resource-id.ts'
import type { RoleAssignment } from '../../facts/facts.ts'

const name = '@Request[Microsoft.ContainerRegistry/registries/repositories:name]'

/** What a pull reads (Azure docs, "Configure ABAC repository permissions": Container Registry Repository Reader). */
const reads = ['content/read', 'metadata/read']
  .map(read => `ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/${read}'}`)
  .join(' OR ')

/** The condition as it is, or a read of this repository; null where the repository cannot stand in one. */
export const conditionWith = (condition: string, repository: string): string | null =>
  /^[a-z0-9._/-]+$/.test(repository)
    ? `(\n${condition.trim()}\n)\nOR\n(\n(${reads})\nAND\n${name} StringEqualsIgnoreCase '${repository}'\n)`
    : null

/** The command takes the assignment as Azure shows it, as one JSON object (Azure CLI, az role assignment update). */
export function updateCondition(
  assignment: RoleAssignment,
  condition: string,
  subscription: string
): string {
  const { id, scope, principalId, principalType, roleDefinitionId } = assignment
  const changed = {
    id,
    name: resourceName(id),
    type: 'Microsoft.Authorization/roleAssignments',
    scope,
    principalId,
    principalType: principalType ?? 'ServicePrincipal',
    roleDefinitionId,
    condition,
    conditionVersion: '2.0'
  }
  return command(
    ...['az', 'role', 'assignment', 'update', '--role-assignment', JSON.stringify(changed)],
    ...['--subscription', subscription]
  )
}

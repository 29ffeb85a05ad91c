import {
  assignableScopesOf,
  denyAssignmentBody,
  roleAssignmentBody,
  roleDefinitionBody
} from '../arm-bodies/authorization.ts'
import { subscriptionOf } from '../arm-id.ts'
import { builtInRoles } from '../built-in-roles.ts'
import { createdOn, type CloudState } from '../cloud-state.ts'
import { contoso, subscriptionScope } from '../contoso.ts'
import { armError, ok, type Answer, type Call } from '../exchange.ts'
import { callerMay, forbidden } from '../permissions.ts'
import { roleOf } from '../principals.ts'
import type { RoleAssignmentData } from '../world.ts'
import {
  assignmentFilter,
  concerns,
  isAbove,
  reaches,
  type AssignmentFilter
} from './authorization-filter.ts'
import { page } from './paging.ts'

/** The scope before `/providers/Microsoft.Authorization/<kind>`, or null for any other path. */
function scopeBefore(call: Call, kind: string): string | null {
  const suffix = `/providers/microsoft.authorization/${kind.toLowerCase()}`
  if (call.method !== 'GET' || !call.path.toLowerCase().endsWith(suffix)) return null
  return call.path.slice(0, -suffix.length) || '/'
}

/** Lists both kinds of assignment: who may ask, which filter, then a page. */
function assignments(
  state: CloudState,
  call: Call,
  kind: string,
  items: (scope: string, filter: AssignmentFilter) => readonly unknown[]
): Answer | null {
  const scope = scopeBefore(call, kind)
  if (scope === null) return null
  const action = `Microsoft.Authorization/${kind}/read`
  if (!callerMay(state.data, action, scope)) return forbidden(state.data, action, scope)
  const parsed = assignmentFilter(state, call.query.get('$filter'))
  return 'refusal' in parsed
    ? parsed.refusal
    : page(call, items(scope, parsed.filter), state.data.pageSize)
}

export const roleAssignments = (state: CloudState, call: Call): Answer | null =>
  assignments(state, call, 'roleAssignments', (scope, filter) =>
    (state.data.roleAssignments ?? [])
      .filter(({ principalId }) => concerns(state, [principalId], filter))
      .filter(assignment => reaches(state, assignment.scope, scope, filter))
      .map(assignment => assignmentItem(state, assignment, scope))
  )

export const denyAssignments = (state: CloudState, call: Call): Answer | null =>
  assignments(state, call, 'denyAssignments', (scope, filter) =>
    (state.data.denyAssignments ?? [])
      .filter(({ principals }) =>
        concerns(
          state,
          principals.map(({ id }) => id),
          filter
        )
      )
      .filter(deny => reaches(state, deny.scope, scope, filter))
      .map(denyAssignmentBody)
  )

export const assignmentItem = (state: CloudState, assignment: RoleAssignmentData, asked: string) =>
  roleAssignmentBody(
    assignment,
    roleOf(state.data, assignment.role).id,
    subscriptionOf(asked) ?? subscriptionOf(assignment.scope) ?? contoso.subscriptionId,
    createdOn(state, assignment.createdOn)
  )

/** One role by id, at any scope; custom roles exist only where they may be assigned. */
export function roleDefinitions(state: CloudState, call: Call): Answer | null {
  const groups =
    /^(?<scope>.*)\/providers\/Microsoft\.Authorization\/roleDefinitions\/(?<id>[^/]+)$/i.exec(
      call.path
    )?.groups
  if (call.method !== 'GET' || groups === undefined) return null
  const { id = '' } = groups
  const scope = groups['scope'] === '' ? '/' : (groups['scope'] ?? '/')
  const action = 'Microsoft.Authorization/roleDefinitions/read'
  if (!callerMay(state.data, action, scope)) return forbidden(state.data, action, scope)
  const role = [...builtInRoles, ...(state.data.customRoles ?? [])].find(
    other =>
      other.id.toLowerCase() === id.toLowerCase() &&
      assignableScopesOf(other).some(assignable => isAbove(state, assignable, scope))
  )
  return role === undefined
    ? armError(
        404,
        'RoleDefinitionDoesNotExist',
        `The specified role definition with ID '${id}' does not exist.`
      )
    : ok(roleDefinitionBody(role, subscriptionScopeOf(scope)))
}

/** Azure prints the id of a role below the subscription, wherever it was asked for. */
const subscriptionScopeOf = (scope: string): string => {
  const subscriptionId = subscriptionOf(scope)
  return subscriptionId === null ? '/' : subscriptionScope(subscriptionId)
}

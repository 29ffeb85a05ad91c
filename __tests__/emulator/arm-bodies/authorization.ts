import { createHash } from 'node:crypto'

import { builtInRoles } from '../built-in-roles.ts'
import { contoso, subscriptionScope } from '../contoso.ts'
import type {
  DenyAssignmentData,
  PermissionData,
  RoleAssignmentData,
  RoleDefinitionData
} from '../world.ts'
import type { JsonObject } from './json.ts'

/** Ids of items that live at `/` start with `/providers`, not with `//providers`. */
const below = (scope: string): string => (scope === '/' ? '' : scope)

/** Every assignment is another item; its GUID follows from its content, so that runs are alike. */
function assignmentName(assignment: RoleAssignmentData): string {
  const { principalId, role, scope, condition = null } = assignment
  const content = JSON.stringify([principalId, role, scope, condition])
  const digest = createHash('sha256').update(content).digest('hex')
  return `50000000-${digest.slice(0, 4)}-${digest.slice(4, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 24)}`
}

/** `createdOn` is ready text; `viewedFrom` is the subscription whose role definition ids ARM prints. */
export function roleAssignmentBody(
  assignment: RoleAssignmentData,
  roleId: string,
  viewedFrom: string,
  createdOn: string
): JsonObject {
  const name = assignmentName(assignment)
  return {
    id: `${below(assignment.scope)}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    type: 'Microsoft.Authorization/roleAssignments',
    name,
    properties: {
      roleDefinitionId: roleDefinitionId(roleId, subscriptionScope(viewedFrom)),
      principalId: assignment.principalId,
      principalType: assignment.principalType ?? 'ServicePrincipal',
      scope: assignment.scope,
      condition: assignment.condition ?? null,
      conditionVersion:
        assignment.conditionVersion ?? (typeof assignment.condition === 'string' ? '2.0' : null),
      createdOn,
      updatedOn: createdOn,
      createdBy: contoso.callerObjectId,
      updatedBy: contoso.callerObjectId,
      delegatedManagedIdentityResourceId: null,
      description: null
    }
  }
}

export const roleDefinitionId = (roleId: string, scope: string): string =>
  `${below(scope)}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`

const isBuiltIn = (role: RoleDefinitionData): boolean => builtInRoles.includes(role)

export const assignableScopesOf = (role: RoleDefinitionData): readonly string[] =>
  role.assignableScopes ?? [subscriptionScope(contoso.subscriptionId)]

export const roleDefinitionBody = (role: RoleDefinitionData, scope: string): JsonObject => ({
  id: roleDefinitionId(role.id, scope),
  type: 'Microsoft.Authorization/roleDefinitions',
  name: role.id,
  properties: {
    roleName: role.name,
    type: isBuiltIn(role) ? 'BuiltInRole' : 'CustomRole',
    description: '',
    assignableScopes: assignableScopesOf(role),
    permissions: role.permissions.map(permissionBody),
    createdOn: '2025-01-01T00:00:00Z',
    updatedOn: '2025-01-01T00:00:00Z'
  }
})

export const denyAssignmentBody = (deny: DenyAssignmentData): JsonObject => ({
  id: `${below(deny.scope)}/providers/Microsoft.Authorization/denyAssignments/${deny.id}`,
  type: 'Microsoft.Authorization/denyAssignments',
  name: deny.id,
  properties: {
    denyAssignmentName: deny.name,
    description: '',
    permissions: deny.permissions.map(permissionBody),
    scope: deny.scope,
    doNotApplyToChildScopes: deny.doNotApplyToChildScopes ?? false,
    principals: deny.principals,
    excludePrincipals: deny.excludePrincipals ?? [],
    isSystemProtected: true,
    condition: deny.condition ?? null,
    conditionVersion: deny.condition === undefined ? null : '2.0'
  }
})

const permissionBody = (permission: PermissionData): JsonObject => ({
  actions: permission.actions ?? [],
  notActions: permission.notActions ?? [],
  dataActions: permission.dataActions ?? [],
  notDataActions: permission.notDataActions ?? [],
  ...(permission.condition === undefined
    ? {}
    : { condition: permission.condition, conditionVersion: permission.conditionVersion ?? '2.0' })
})

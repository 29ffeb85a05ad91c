import * as z from 'zod/mini'
import {
  factOf,
  listOf,
  named,
  text,
  textOrNone,
  textOrNotTold,
  type ValueOf
} from './schema-parts.ts'

const condition = { condition: textOrNone, conditionVersion: textOrNone }

const permission = named(
  'Permission',
  'One entry of the permissions of a role definition or deny assignment.',
  z.object({
    actions: listOf(text),
    notActions: listOf(text),
    dataActions: listOf(text),
    notDataActions: listOf(text),
    ...condition
  })
)

export type Permission = ValueOf<typeof permission>

const roleAssignment = named(
  'RoleAssignment',
  'A role assignment; principalId is a group when it came through one.',
  z.object({
    id: text,
    scope: text,
    roleDefinitionId: text,
    /** Differs from the principal asked about when the assignment came through a group. */
    principalId: text,
    principalType: textOrNotTold,
    ...condition,
    createdOn: textOrNotTold,
    updatedOn: textOrNotTold
  })
)

export type RoleAssignment = ValueOf<typeof roleAssignment>

export const assignments = z.object({
  registryId: text,
  principalId: text,
  /** False when group memberships could not be resolved; then a missing grant proves nothing. */
  groupsResolved: z.boolean(),
  answer: factOf(listOf(roleAssignment))
})

/** The role assignments of one principal that reach one registry: its own scope and every scope above. */
export type AssignmentsAnswer = ValueOf<typeof assignments>

const denyPrincipal = z.object({ id: text, type: text })

export type DenyPrincipal = ValueOf<typeof denyPrincipal>

const denyAssignment = named(
  'DenyAssignment',
  'A deny assignment.',
  z.object({
    id: text,
    name: text,
    scope: text,
    doNotApplyToChildScopes: z.boolean(),
    permissions: listOf(permission),
    principals: listOf(denyPrincipal),
    excludedPrincipals: listOf(denyPrincipal),
    ...condition
  })
)

export type DenyAssignment = ValueOf<typeof denyAssignment>

export const denyAssignments = z.object({
  registryId: text,
  answer: factOf(listOf(denyAssignment)),
  /** For each principal, the ids of those deny assignments that reach it directly or through groups. */
  reaching: listOf(z.object({ principalId: text, answer: factOf(listOf(text)) }))
})

/** All deny assignments at a registry and above. */
export type DenyAssignmentsAnswer = ValueOf<typeof denyAssignments>

export const roleDefinition = named(
  'RoleDefinition',
  'A role definition.',
  z.object({
    id: text,
    name: text,
    custom: z.boolean(),
    permissions: listOf(permission)
  })
)

export type RoleDefinition = ValueOf<typeof roleDefinition>

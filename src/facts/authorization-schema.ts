import * as z from 'zod/mini'
import { factOf, listOf, named, text, textOrNone, textOrNotTold } from './schema-parts.ts'

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

const roleAssignment = named(
  'RoleAssignment',
  'A role assignment; principalId is a group when it came through one.',
  z.object({
    id: text,
    scope: text,
    roleDefinitionId: text,
    principalId: text,
    principalType: textOrNotTold,
    ...condition,
    createdOn: textOrNotTold,
    updatedOn: textOrNotTold
  })
)

export const assignments = z.object({
  registryId: text,
  principalId: text,
  groupsResolved: z.boolean(),
  answer: factOf(listOf(roleAssignment))
})

const denyPrincipal = z.object({ id: text, type: text })

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

export const denyAssignments = z.object({
  registryId: text,
  answer: factOf(listOf(denyAssignment)),
  reaching: listOf(z.object({ principalId: text, answer: factOf(listOf(text)) }))
})

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

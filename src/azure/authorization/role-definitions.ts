import * as z from 'zod/mini'
import { definitionsRead } from '../../facts/arm-actions.ts'
import type { RoleDefinition, RoleDefinitionAnswer } from '../../facts/facts.ts'
import type { Clients } from '../clients.ts'
import { permissionBody, permissionFrom } from './permission-body.ts'
import { rawBody } from '../raw-answers.ts'
import { factOf, type Subject } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { sdkScope } from '../identifiers.ts'

const roleDefinitionBody = z.object({
  id: z.string(),
  properties: z.object({
    roleName: z.string(),
    type: z.nullish(z.string()),
    permissions: z.array(permissionBody)
  })
})

/** An ARM role definition (`Microsoft.Authorization/roleDefinitions`, 2022-04-01) in our words. */
export function roleDefinitionFrom(json: unknown): RoleDefinition {
  const { id, properties } = roleDefinitionBody.parse(json)
  return {
    id,
    name: properties.roleName,
    custom: properties.type?.toLowerCase() !== 'builtinrole',
    permissions: properties.permissions.map(permissionFrom)
  }
}

export type RoleDefinitionRequest = {
  /** As an assignment names it. */
  readonly id: string
  /** A registry that the assignment reaches. */
  readonly registryId: string
}

/**
 * Asks at the registry's own scope, where the least-privilege role of a check applies, and only then for the id as the
 * assignment has it: below the subscription, or below a management group, where a check may have no rights.
 */
export async function readRoleDefinition(
  clients: Clients,
  { id, registryId }: RoleDefinitionRequest
): Promise<RoleDefinitionAnswer> {
  const key = resourceName(id).toLowerCase()
  const subject: Subject = {
    what: `role definition ${key}`,
    takes: definitionsRead
  }
  const { roleDefinitions } = clients.authorization
  const atRegistry = await factOf(subject, async () =>
    roleDefinitionFrom(
      await rawBody(onResponse => roleDefinitions.get(sdkScope(registryId), key, { onResponse }))
    )
  )
  if (atRegistry.known || !['forbidden', 'not-found'].includes(atRegistry.reason.code))
    return { key, answer: atRegistry }
  const asNamed = await factOf(subject, async () =>
    roleDefinitionFrom(
      await rawBody(onResponse => roleDefinitions.getById(sdkScope(id), { onResponse }))
    )
  )
  return { key, answer: asNamed }
}

import * as z from 'zod/mini'
import { denialsRead } from '../../facts/arm-actions.ts'
import { mapFact, type Fact } from '../../facts/fact.ts'
import type { DenyAssignment } from '../../facts/facts.ts'
import type { Clients } from '../clients.ts'
import { conditionBody, conditionFrom, permissionBody, permissionFrom } from './permission-body.ts'
import { rawItems } from '../raw-answers.ts'
import { factOf } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { sdkScope } from '../identifiers.ts'

const principals = z.nullish(z.array(z.object({ id: z.string(), type: z.nullish(z.string()) })))

const denyAssignmentBody = z.object({
  id: z.string(),
  properties: z.object({
    denyAssignmentName: z.nullish(z.string()),
    scope: z.string(),
    doNotApplyToChildScopes: z.nullish(z.boolean()),
    permissions: z.array(permissionBody),
    principals,
    excludePrincipals: principals,
    ...conditionBody
  })
})

/** An ARM deny assignment (`Microsoft.Authorization/denyAssignments`, 2022-04-01) in our words. */
export function denyAssignmentFrom(json: unknown): DenyAssignment {
  const { id, properties } = denyAssignmentBody.parse(json)
  return {
    id,
    name: properties.denyAssignmentName ?? resourceName(id),
    scope: properties.scope,
    doNotApplyToChildScopes: properties.doNotApplyToChildScopes ?? false,
    permissions: properties.permissions.map(permissionFrom),
    principals: principalsFrom(properties.principals),
    excludedPrincipals: principalsFrom(properties.excludePrincipals),
    ...conditionFrom(properties)
  }
}

const principalsFrom = (list: z.infer<typeof principals>) =>
  (list ?? []).map(({ id, type }) => ({ id, type: type ?? 'Unknown' }))

/** All deny assignments at a registry and above. */
export const readDenyAssignments = (
  clients: Clients,
  registryId: string
): Promise<Fact<readonly DenyAssignment[]>> => list(clients, registryId, 'atScope()')

/** Ids of those that reach a principal, through groups too. Entries for everyone are not promised to be among them. */
export const readReachingDenials = async (
  clients: Clients,
  registryId: string,
  principalId: string
): Promise<Fact<readonly string[]>> =>
  mapFact(
    await list(
      clients,
      registryId,
      `atScope() and assignedTo('${principalId.replaceAll("'", "''")}')`
    ),
    denials => denials.map(({ id }) => id)
  )

const list = (
  clients: Clients,
  registryId: string,
  filter: string
): Promise<Fact<readonly DenyAssignment[]>> =>
  factOf(
    {
      what: `the deny assignments at registry ${resourceName(registryId)}`,
      takes: denialsRead
    },
    async () => {
      const items = await rawItems(
        onResponse =>
          clients.authorization.denyAssignments.listForScope(sdkScope(registryId), {
            filter,
            onResponse
          }),
        clients.limits.pages
      )
      return items.map(denyAssignmentFrom)
    }
  )

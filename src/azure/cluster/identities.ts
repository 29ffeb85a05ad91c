import * as z from 'zod/mini'
import { identitiesRead } from '../../facts/arm-actions.ts'
import { unknown } from '../../facts/fact.ts'
import type { IdentityAnswer, ManagedIdentity } from '../../facts/facts.ts'
import type { Clients } from '../clients.ts'
import { getPath } from '../raw-answers.ts'
import { factOf, type Subject } from '../reasons.ts'
import { kustoList, queryResources } from '../resource-graph.ts'
import { parseResourceId } from '../../base/resource-id.ts'
import { isGuid } from '../identifiers.ts'

const apiVersion = '2023-01-31'

const identityBody = z.object({
  id: z.string(),
  properties: z.object({
    principalId: z.string().check(z.refine(isGuid)),
    clientId: z.string(),
    tenantId: z.nullish(z.string())
  })
})

/** An ARM user-assigned identity (`Microsoft.ManagedIdentity/userAssignedIdentities`) in our words. */
export function identityFrom(json: unknown): ManagedIdentity {
  const { id, properties } = identityBody.parse(json)
  return {
    resourceId: id,
    objectId: properties.principalId,
    clientId: properties.clientId,
    tenantId: properties.tenantId ?? null
  }
}

/** `reference` is the ARM id or the client id of a user-assigned identity, as manifests and clusters name it. */
export async function readIdentity(clients: Clients, reference: string): Promise<IdentityAnswer> {
  const subject: Subject = { what: `managed identity ${reference}`, takes: identitiesRead }
  if (parseResourceId(reference) !== null)
    return { reference, answer: await factOf(subject, () => byResourceId(clients, reference)) }
  if (!isGuid(reference))
    return {
      reference,
      answer: unknown(
        'unexpected-answer',
        `'${reference}' is neither the client id nor the ARM id of a managed identity`
      )
    }
  const found = await factOf(subject, () => byClientId(clients, reference))
  if (!found.known) return { reference, answer: found }
  return {
    reference,
    answer:
      found.value === null
        ? unknown(
            'not-visible',
            `no managed identity with client id ${reference} is in a subscription that the signed-in identity may read`,
            identitiesRead.action
          )
        : { known: true, value: found.value }
  }
}

const byResourceId = async (clients: Clients, id: string): Promise<ManagedIdentity> =>
  identityFrom(await getPath(clients.containerService('', null), id, apiVersion))

const identityRow = z.object({
  id: z.string(),
  principalId: z.string(),
  clientId: z.string(),
  tenantId: z.nullish(z.string())
})

async function byClientId(clients: Clients, clientId: string): Promise<ManagedIdentity | null> {
  const [row] = await queryResources(
    clients,
    `resources
| where type =~ 'microsoft.managedidentity/userassignedidentities' and tostring(properties.clientId) in~ ${kustoList([clientId])}
| project id, principalId=tostring(properties.principalId), clientId=tostring(properties.clientId), tenantId
| order by id asc`,
    identityRow
  )
  return row === undefined
    ? null
    : {
        resourceId: row.id,
        objectId: row.principalId,
        clientId: row.clientId,
        tenantId: row.tenantId ?? null
      }
}

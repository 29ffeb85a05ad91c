import * as z from 'zod/mini'
import { subscriptionsRead } from '../facts/related-resources/subscriptions.ts'
import type { Clients } from './clients.ts'
import { getPath, listPath } from './raw-answers.ts'
import { factOf } from './reasons.ts'

const apiVersion = '2022-12-01'

const subscriptionBody = z.object({
  subscriptionId: z.string(),
  tenantId: z.nullish(z.string()),
  state: z.nullish(z.string())
})

export type Subscription = {
  readonly id: string
  readonly tenantId: string | null
  readonly state: string | null
}

/** Every subscription in which the caller holds any role. */
export async function listSubscriptions(clients: Clients): Promise<Subscription[]> {
  const client = clients.containerService('', null)
  const items = await listPath(client, '/subscriptions', apiVersion, clients.limits.pages)
  return z.array(subscriptionBody).parse(items).map(subscriptionFrom)
}

export async function readSubscription(clients: Clients, id: string): Promise<Subscription> {
  const path = `/subscriptions/${encodeURIComponent(id)}`
  const client = clients.containerService('', null)
  return subscriptionFrom(subscriptionBody.parse(await getPath(client, path, apiVersion)))
}

/** The tenant of a subscription; null where it is out of sight. */
export async function readTenant(clients: Clients, id: string): Promise<string | null> {
  const subject = { what: `subscription ${id}`, takes: subscriptionsRead }
  const answer = await factOf(subject, () => readSubscription(clients, id))
  return answer.known ? answer.value.tenantId : null
}

const subscriptionFrom = (body: z.infer<typeof subscriptionBody>): Subscription => ({
  id: body.subscriptionId,
  tenantId: body.tenantId ?? null,
  state: body.state ?? null
})

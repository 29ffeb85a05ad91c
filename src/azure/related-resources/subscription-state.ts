import type { SubscriptionAnswer } from '../../facts/related-resources.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { readSubscription } from '../subscriptions.ts'

/** Whether a subscription is in order; a disabled one keeps its resources, and they stop answering. */
export async function readSubscriptionState(
  clients: Clients,
  subscriptionId: string
): Promise<SubscriptionAnswer> {
  const subject = {
    what: `subscription ${subscriptionId}`,
    permission: 'Microsoft.Resources/subscriptions/read'
  }
  const answer = await factOf(subject, async () => {
    const { state } = await readSubscription(clients, subscriptionId)
    if (state === null) throw new UntrustedAnswerError('it does not tell the state')
    return state
  })
  return { subscriptionId, answer }
}

import { subscriptionsRead } from '../../facts/related-resources/subscriptions.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { factOf } from '../reasons.ts'
import { readSubscription } from '../subscriptions.ts'
import type { Reader } from './reader.ts'

/** Whether a subscription is in order; a disabled one keeps its resources, and they stop answering. */
export const readSubscriptionState: Reader<'subscriptions'> = ({ subscriptionId }, { clients }) => {
  const subject = {
    what: `subscription ${subscriptionId}`,
    takes: subscriptionsRead
  }
  return factOf(subject, async () => {
    const { state } = await readSubscription(clients, subscriptionId)
    if (state === null) throw new UntrustedAnswerError('it does not tell the state')
    return state
  })
}

import type { ArmAction } from '../arm-action.ts'
import { text } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

export const subscriptionsRead: ArmAction = {
  action: 'Microsoft.Resources/subscriptions/read',
  topic: 'subscriptions',
  brings:
    'the list of subscriptions to search where Azure Resource Graph gives no answer, the tenant of a registry, and whether a subscription is disabled',
  scope: 'the subscriptions of clusters and registries',
  without:
    'Without Azure Resource Graph, registries are searched in the subscriptions of the clusters only.'
}

/** The state: Enabled, Warned, PastDue, Disabled or Deleted. */
export const subscriptions = optionalFact({
  kind: 'subscriptions',
  about: { subscriptionId: text },
  value: text,
  actions: [subscriptionsRead],
  callsIn: ({ cluster, registry }) =>
    [cluster, registry].map(({ subscriptionId }) => ({
      about: { subscriptionId },
      calledFor: false
    }))
})

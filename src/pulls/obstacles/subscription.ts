import type { Reason } from '../../facts/fact.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { shareText, subscriptionShares, type SubscriptionShare } from '../subscription-shares.ts'
import { answerTo } from '../../facts/related-resources/index.ts'

/** Azure has disabled the subscription of the cluster or the registry, or is about to, or does not say. */
export type SubscriptionObstacle = ObstacleBase<'subscription'> & {
  readonly share: SubscriptionShare
  readonly state:
    | { readonly kind: 'shut' }
    /** A state that is not documented. */
    | { readonly kind: 'unclear' }
    | { readonly kind: 'not-told'; readonly reason: Reason }
}

/** By state in lower case ("Azure subscription states"); what still runs for a while is not known. */
const consequences: Readonly<Record<string, string>> = {
  warned: 'Azure takes its resources offline, and disables it if nobody acts',
  disabled: 'Azure stops its virtual machines and disables its services',
  deleted: 'Azure deletes its resources with it'
}

const obstacle = (
  share: SubscriptionShare,
  state: SubscriptionObstacle['state'],
  evidence: string
): SubscriptionObstacle => ({
  kind: 'subscription',
  pulls: { clusterId: share.clusterId, host: null, uses: new Set(share.uses) },
  nodePools: [],
  certainty: 'perhaps',
  evidence: [evidence],
  share,
  state
})

const notKnown = (share: SubscriptionShare, reason: Reason): SubscriptionObstacle =>
  obstacle(
    share,
    { kind: 'not-told', reason },
    `whether ${shareText(share)} is enabled cannot be determined: ${reason.message}`
  )

/** In lower case; in the second a payment is due, and everything goes on. */
const workingStates = ['enabled', 'pastdue']

function inState(share: SubscriptionShare, name: string): SubscriptionObstacle | null {
  if (workingStates.includes(name.toLowerCase())) return null
  const text = consequences[name.toLowerCase()]
  return obstacle(
    share,
    { kind: text === undefined ? 'unclear' : 'shut' },
    `${shareText(share)} is in state ${name}: ${text ?? 'what that means for its resources is not known'}`
  )
}

export const subscription: ObstacleSource<SubscriptionObstacle> = {
  kind: 'subscription',
  *find(context) {
    for (const share of subscriptionShares(context)) {
      const state = answerTo(context.facts, {
        kind: 'subscriptions',
        subscriptionId: share.subscriptionId
      })
      if (state === null) continue
      const found = state.known ? inState(share, state.value) : notKnown(share, state.reason)
      if (found !== null) yield found
    }
  }
}

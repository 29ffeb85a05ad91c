import { registryRead } from '../../facts/arm-actions.ts'
import { subscriptionsRead } from '../../facts/related-resources/subscriptions.ts'
import type { CoverageGap } from '../../facts/facts.ts'
import { byKey, once } from '../by-key.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { listRegistries, type RegistryLocation } from './registry-location.ts'
import { listSubscriptions, type Subscription } from '../subscriptions.ts'

type Searched = Pick<Subscription, 'id' | 'tenantId'>

export type SearchResult = {
  readonly found: readonly RegistryLocation[]
  /** Subscriptions that could not be searched. */
  readonly gaps: readonly CoverageGap[]
}

/** Looks for registries in subscription after subscription, for what Resource Graph does not answer or not yet know. */
export type RegistrySearch = {
  readonly inClusterSubscriptions: () => Promise<SearchResult>
  readonly inEverySubscription: () => Promise<SearchResult>
  /** One through which a name can be checked: a cluster's, else any; null when none is visible. */
  readonly anySubscription: () => Promise<string | null>
}

export function registrySearch(
  clients: Clients,
  clusterSubscriptionIds: readonly string[]
): RegistrySearch {
  const ofClusters: Searched[] = clusterSubscriptionIds.map(id => ({ id, tenantId: null }))
  // A cluster's subscription is mostly visible too, maybe in other letters; it is searched once, as what is known of it says.
  const searchOne = byKey(({ id }: Searched) => id, searchSubscription(clients))
  const searchAll = async (subscriptions: readonly Searched[]) =>
    merge(await Promise.all(subscriptions.map(searchOne)))
  const visible = once(() =>
    factOf({ what: 'the list of subscriptions', takes: subscriptionsRead }, () =>
      listSubscriptions(clients)
    )
  )
  return {
    inClusterSubscriptions: once(() => searchAll(ofClusters)),
    inEverySubscription: once(async () => {
      const subscriptions = await visible()
      if (subscriptions.known) return searchAll([...subscriptions.value, ...ofClusters])
      const gap = { subject: 'subscriptions', reason: subscriptions.reason }
      return merge([await searchAll(ofClusters), { found: [], gaps: [gap] }])
    }),
    anySubscription: async () => {
      const [ofCluster] = ofClusters
      if (ofCluster !== undefined) return ofCluster.id
      const subscriptions = await visible()
      return subscriptions.known ? (subscriptions.value[0]?.id ?? null) : null
    }
  }
}

const searchSubscription =
  (clients: Clients) =>
  async (subscription: Searched): Promise<SearchResult> => {
    const subject = `subscription ${subscription.id}`
    const answer = await factOf(
      { what: `the list of registries in ${subject}`, takes: registryRead },
      () => listRegistries(clients, subscription)
    )
    return answer.known
      ? { found: answer.value, gaps: [] }
      : { found: [], gaps: [{ subject, reason: answer.reason }] }
  }

const merge = (results: readonly SearchResult[]): SearchResult => ({
  found: results.flatMap(({ found }) => found),
  gaps: results.flatMap(({ gaps }) => gaps)
})

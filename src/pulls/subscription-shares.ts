import { listText } from '../base/sentences.ts'
import { groupBy } from '../base/group-by.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { PullContext } from './pull-context.ts'
import { type RegistryPulls, registryPulls } from './pulls-by-registry.ts'

/** What one subscription has to do with the pulls of one cluster. */
export type SubscriptionShare = {
  readonly subscriptionId: string
  readonly clusterId: string
  /** Name of the cluster if it is in the subscription. */
  readonly cluster: string | null
  /** Hosts of the registries that are in it. */
  readonly registries: readonly string[]
  readonly uses: readonly ImageUse[]
}

function shareOf(
  subscriptionId: string,
  pulls: readonly RegistryPulls[]
): readonly SubscriptionShare[] {
  const isIn = (resource: { readonly subscriptionId: string }): boolean =>
    resource.subscriptionId.toLowerCase() === subscriptionId
  const fromIt = pulls.filter(({ registry }) => isIn(registry))
  return pulls.slice(0, 1).map(({ clusterId, cluster }) => ({
    subscriptionId,
    clusterId,
    cluster: isIn(cluster) ? cluster.name : null,
    registries: fromIt.map(({ host }) => host),
    uses: [...new Set((isIn(cluster) ? pulls : fromIt).flatMap(({ uses }) => uses))]
  }))
}

const subscriptionsOf = (pulls: readonly RegistryPulls[]): ReadonlySet<string> =>
  new Set(
    pulls
      .flatMap(({ cluster, registry }) => [cluster.subscriptionId, registry.subscriptionId])
      .map(id => id.toLowerCase())
  )

/** One entry for each cluster and subscription of it or of its registries. */
export const subscriptionShares = (context: PullContext): readonly SubscriptionShare[] =>
  [...groupBy(registryPulls(context), ({ clusterId }) => clusterId).values()].flatMap(pulls =>
    [...subscriptionsOf(pulls)].flatMap(id => shareOf(id, pulls))
  )

/** Such as `subscription 00… of cluster aks-prod and registry contoso.azurecr.io`. */
export function shareText({ subscriptionId, cluster, registries }: SubscriptionShare): string {
  const holds = [
    ...(cluster === null ? [] : [`cluster ${cluster}`]),
    ...registries.map(host => `registry ${host}`)
  ]
  return `subscription ${subscriptionId} of ${listText(holds)}`
}

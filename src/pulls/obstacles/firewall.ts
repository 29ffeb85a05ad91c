import { listText } from '../../base/sentences.ts'
import type { Reason } from '../../facts/fact.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { isBehindFirewall, isIsolated } from '../../facts/registry-network.ts'
import type { EgressAddress } from '../../facts/related-resources/egress.ts'
import { isBehindProxy } from '../no-proxy.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { isPrivateWayWhole } from '../private-way.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'
import { answerTo } from '../../facts/related-resources/index.ts'

/** The public endpoint answers to the addresses of its rules alone, and those of the nodes need not be among them. */
export type FirewallObstacle = ObstacleBase<'firewall'> & {
  readonly from: RegistryPulls
  /** Addresses of the nodes that no rule allows; null: not known which addresses they have, or which are allowed. */
  readonly refused: readonly string[] | null
}

const noEndpoint = 'no private endpoint is approved'

function waysIn({ approvedPrivateEndpoints, networkRuleCount }: Registry): string {
  if (approvedPrivateEndpoints > 0)
    return ', so nodes need its private endpoint or an IP rule, and which of them they reach cannot be read from here'
  if (networkRuleCount === 0) return ` and has no IP rule, and ${noEndpoint}`
  if (networkRuleCount === null) return `, ${noEndpoint}, and its IP rules were not collected`
  const rules = networkRuleCount === 1 ? 'its IP rule' : `one of its ${networkRuleCount} IP rules`
  return `, ${noEndpoint}, and whether ${rules} is for the address of the nodes cannot be read from here`
}

const obstacle = (
  from: RegistryPulls,
  refused: FirewallObstacle['refused'],
  ways: string
): FirewallObstacle => ({
  kind: 'firewall',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [`the firewall of the registry denies by default${ways}`],
  from,
  refused
})

/** `reason`: why they are not known, if somebody asked. */
const addressesNotKnown = (from: RegistryPulls, reason: Reason | null): FirewallObstacle =>
  obstacle(
    from,
    null,
    `${waysIn(from.registry)}${reason === null ? '' : `, because ${reason.message}`}`
  )

const addressText = (addresses: readonly EgressAddress[]): string =>
  listText(addresses.map(({ address }) => address))

/** Nodes leave with any of the addresses, so that each of them must be allowed. */
function addressesKnown(
  from: RegistryPulls,
  addresses: readonly EgressAddress[]
): FirewallObstacle | null {
  const refused = addresses.filter(({ allowed }) => !allowed)
  if (refused.length === 0) return null
  const subject =
    from.registry.approvedPrivateEndpoints === 0
      ? `, ${noEndpoint}, and the nodes`
      : ', and nodes that do not reach its private endpoint'
  const rest =
    refused.length === addresses.length
      ? ', which no IP rule allows'
      : `, and no IP rule allows ${addressText(refused)}`
  return obstacle(
    from,
    refused.map(({ address }) => address),
    `${subject} leave with ${addressText(addresses)}${rest}`
  )
}

function obstacleOf(from: RegistryPulls, facts: Facts): FirewallObstacle | null {
  const { clusterId, cluster, registry } = from
  if (isPrivateWayWhole(from, facts)) return null
  const egress = isBehindProxy(cluster, registry)
    ? null
    : answerTo(facts, { kind: 'egress', clusterId, registryId: registry.id })
  return egress?.known === true
    ? addressesKnown(from, egress.value)
    : addressesNotKnown(from, egress?.reason ?? null)
}

export const firewall: ObstacleSource<FirewallObstacle> = {
  kind: 'firewall',
  *find(context) {
    for (const from of registryPulls(context)) {
      if (!isBehindFirewall(from.registry) || isIsolated(from.cluster)) continue
      const found = obstacleOf(from, context.facts)
      if (found !== null) yield found
    }
  }
}

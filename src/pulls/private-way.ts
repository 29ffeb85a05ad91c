import type { Reason } from '../facts/fact.ts'
import type { Facts } from '../facts/facts.ts'
import { privateZone } from '../facts/registry-network.ts'
import type { ClusterNetwork } from '../facts/related-resources/private-zones.ts'
import type { RegistryPulls } from './pulls-by-registry.ts'
import { answerTo } from '../facts/related-resources/index.ts'

/** What keeps the nodes from the private endpoint of the registry, or may. */
export type PrivateWayFault =
  | { readonly kind: 'not-known'; readonly reason: Reason | null }
  /** Networks that ask Azure's DNS, which answers with the public address where no zone is linked. */
  | { readonly kind: 'no-link'; readonly networks: readonly ClusterNetwork[] }
  /** Whether their network is linked or not, what these servers answer shows only there. */
  | { readonly kind: 'own-dns-servers'; readonly networks: readonly ClusterNetwork[] }

/**
 * Nodes must resolve the names of the registry to its private endpoint, which a link of their networks to the private DNS
 * zone prepares. null: the way is whole, as far as Azure Resource Manager can show it.
 */
export function privateWayFault(from: RegistryPulls, facts: Facts): PrivateWayFault | null {
  const networks = answerTo(facts, {
    kind: 'privateZones',
    clusterId: from.clusterId,
    zone: privateZone(from.registry)
  })
  if (networks?.known !== true) return { kind: 'not-known', reason: networks?.reason ?? null }
  const astray = networks.value.filter(({ linked, ownDnsServers }) => !linked && !ownDnsServers)
  if (astray.length > 0) return { kind: 'no-link', networks: astray }
  const own = networks.value.filter(({ ownDnsServers }) => ownDnsServers)
  return own.length > 0 ? { kind: 'own-dns-servers', networks: own } : null
}

/** Whether the private endpoint is a way in, whatever the public one is. */
export const isPrivateWayWhole = (from: RegistryPulls, facts: Facts): boolean =>
  from.registry.approvedPrivateEndpoints > 0 && privateWayFault(from, facts) === null

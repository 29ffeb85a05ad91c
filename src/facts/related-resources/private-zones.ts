import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import {
  isBehindFirewall,
  isIsolated,
  isPublicAccessDisabled,
  isPublicAccessUnclear,
  privateZone
} from '../registry-network.ts'
import { listOf, text, type ValueOf } from '../schema-parts.ts'
import { optionalFact, type RegistryInUse } from './optional-fact.ts'

const network = z.object({
  /** ARM id of the virtual network. */
  id: text,
  /** It asks DNS servers of its own, so that a link of the zone may lie elsewhere. */
  ownDnsServers: z.boolean(),
  linked: z.boolean()
})

export type ClusterNetwork = ValueOf<typeof network>

export const networksRead: ArmAction = {
  action: 'Microsoft.Network/virtualNetworks/read',
  topic: 'networks',
  brings: 'the virtual networks of the nodes and their DNS servers',
  scope: 'each of these networks',
  without: 'Whether nodes resolve a registry without public access is not known.'
}

export const zoneLinksRead: ArmAction = {
  action: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read',
  topic: 'DNS links',
  brings: 'the links between these networks and the private DNS zone of registries',
  scope: 'the private DNS zone',
  without: 'A link that is there is not seen, and said to be missing from what can be read.'
}

const isPublicWayShut = ({ cluster, registry }: RegistryInUse): boolean =>
  isPublicAccessDisabled(registry) ||
  isPublicAccessUnclear(registry) ||
  isBehindFirewall(registry) ||
  isIsolated(cluster)

/**
 * The private DNS zone of registries, as far as the virtual networks of one cluster are concerned. Where the public way is
 * shut, or shut to some, the private one decides.
 */
export const privateZones = optionalFact({
  kind: 'privateZones',
  about: { clusterId: text, zone: text },
  value: listOf(network),
  actions: [networksRead, zoneLinksRead],
  callsIn: pulls =>
    isPublicWayShut(pulls) && pulls.registry.approvedPrivateEndpoints > 0
      ? [
          {
            about: { clusterId: pulls.clusterId, zone: privateZone(pulls.registry) },
            calledFor: true
          }
        ]
      : []
})

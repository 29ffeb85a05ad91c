import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import { isBehindFirewall } from '../registry-network.ts'
import { listOf, text, type ValueOf } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

const egressAddress = z.object({ address: text, allowed: z.boolean() })

export type EgressAddress = ValueOf<typeof egressAddress>

export const publicAddressesRead: ArmAction = {
  action: 'Microsoft.Network/publicIPAddresses/read',
  topic: 'addresses',
  brings: 'the public addresses of the nodes, to hold them against the firewall of a registry',
  scope: 'the node resource group of each cluster',
  without: 'Whether a rule of the firewall is for the nodes is not known.'
}

/**
 * The public addresses that a cluster goes out with, held against the firewall of one registry, whose rules are no fact: one
 * with rules may know them.
 */
export const egress = optionalFact({
  kind: 'egress',
  about: { clusterId: text, registryId: text },
  value: listOf(egressAddress),
  actions: [publicAddressesRead],
  callsIn: ({ clusterId, cluster, registry }) =>
    isBehindFirewall(registry) &&
    (registry.networkRuleCount ?? 0) > 0 &&
    cluster.outboundIpIds.length > 0
      ? [{ about: { clusterId, registryId: registry.id }, calledFor: true }]
      : []
})

import { listText } from '../../base/sentences.ts'
import type { Registry } from '../../facts/facts.ts'
import { networksOf, privateZone } from '../../facts/registry-network.ts'
import type { PrivateWayObstacle } from '../../pulls/obstacles/private-way.ts'
import { outputOf, registryCommand } from '../wording/azure-commands.ts'
import type { Remediation } from '../check.ts'
import { type RegistryPulls } from '../../pulls/pulls-by-registry.ts'
import { command } from '../../base/shell-command.ts'
import { resourceName, segmentsOf } from '../../base/resource-id.ts'

const zoneQuery = (zone: string, property: string): readonly string[] => [
  ...['az', 'network', 'private-dns', 'zone', 'list', '--query', `[?name=='${zone}'].${property}`]
]

const findZone = (zone: string, demand: string): Remediation => ({
  description: `Find the private DNS zones ${zone} that you can see; one with records of this registry must be linked to ${demand}.`,
  command: command(...zoneQuery(zone, 'id'))
})

const compareResolution = (registry: Registry, network: string): Remediation => ({
  description:
    'From a machine inside, compare name resolution with the private endpoints of this network.',
  command: registryCommand(registry, ['check-health'], '--vnet', network, '--yes')
})

/** Where AKS made the network, ARM does not tell its id with the cluster. */
function lookUpZone({ cluster, registry }: RegistryPulls): readonly Remediation[] {
  const networks = networksOf(cluster)
  const named = networks.length === 0 ? "the cluster's network" : `network ${listText(networks)}`
  return [
    findZone(privateZone(registry), `${named}, unless that network has a DNS server of its own`),
    ...networks.map(network => compareResolution(registry, network))
  ]
}

/**
 * The zone's place is not among the facts: mostly it lies beside the network or, of a hub, in another subscription. Where
 * several zones have this name the command refuses.
 */
function linkNetwork(zone: string, network: string): Remediation {
  const [, id = ''] = segmentsOf(network)
  const subscription = ['--subscription', id]
  const group = outputOf(command(...zoneQuery(zone, 'resourceGroup'), ...subscription))
  return {
    description: `Link network ${resourceName(network)} to that zone, here one in the same subscription; where it is another, write that.`,
    command: [
      `az network private-dns link vnet create --resource-group ${group}`,
      command('--zone-name', zone, '--name', resourceName(network), '--virtual-network', network),
      '--registration-enabled false',
      command(...subscription)
    ].join(' ')
  }
}

const forwardQueries = (network: string): Remediation => ({
  description: `See that the DNS servers of network ${resourceName(network)} ask Azure's (168.63.129.16) from a network that is linked to the zone.`,
  command: command(
    ...['az', 'network', 'vnet', 'show', '--ids', network, '--query', 'dhcpOptions.dnsServers']
  )
})

/** How the nodes come to resolve the names of the registry to its private endpoint. */
export function leadToEndpoint({ from, fault }: PrivateWayObstacle): readonly Remediation[] {
  switch (fault.kind) {
    case 'not-known':
      return lookUpZone(from)
    case 'own-dns-servers':
      return fault.networks.map(({ id }) => forwardQueries(id))
    case 'no-link': {
      const zone = privateZone(from.registry)
      const ids = fault.networks.map(({ id }) => id)
      return [
        findZone(zone, `network ${listText(ids)}`),
        ...ids.map(id => linkNetwork(zone, id)),
        ...ids.map(id => compareResolution(from.registry, id))
      ]
    }
  }
}

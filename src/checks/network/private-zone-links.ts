import type { Reason } from '../../facts/fact.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { layerHosts, networksOf, privateZone } from '../../facts/registry-network.ts'
import type { ClusterNetwork } from '../../facts/surroundings.ts'
import { outputOf, proveOnNode, registryCommand } from '../wording/azure-commands.ts'
import type { FindingDraft, Remediation } from '../check.ts'
import { listText } from '../wording/lists.ts'
import { predicted } from '../wording/prediction.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls } from '../../pulls/pulls-by-registry.ts'
import { command } from '../../base/shell-command.ts'
import { networksAround } from '../../pulls/surroundings-of.ts'
import { lastSegment } from '../wording/wording.ts'

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

/** The zone's resource group is not among the facts; where several zones have this name the command refuses. */
const linkNetwork = (zone: string, network: string): Remediation => ({
  description: `Link network ${lastSegment(network)} to that zone; to be run in the subscription of the zone.`,
  command: [
    `az network private-dns link vnet create --resource-group ${outputOf(command(...zoneQuery(zone, 'resourceGroup')))}`,
    command('--zone-name', zone, '--name', lastSegment(network), '--virtual-network', network),
    '--registration-enabled false'
  ].join(' ')
})

const forwardQueries = (network: string): Remediation => ({
  description: `See that the DNS servers of network ${lastSegment(network)} ask Azure's (168.63.129.16) from a network that is linked to the zone.`,
  command: command(
    ...['az', 'network', 'vnet', 'show', '--ids', network, '--query', 'dhcpOptions.dnsServers']
  )
})

const networksText = (networks: readonly ClusterNetwork[]): string =>
  `virtual network${networks.length === 1 ? '' : 's'} ${listText(networks.map(({ id }) => lastSegment(id)))}`

const hostsText = ({ registry }: RegistryPulls, { cloud }: Facts): string =>
  listText([registry.loginServer, ...layerHosts(registry, cloud)])

const finding = (
  pulls: RegistryPulls,
  severity: 'warning' | 'note',
  text: string,
  remediation: readonly Remediation[]
): FindingDraft => ({
  ...subjectOfPulls(pulls, pulls.uses),
  ...predicted(severity),
  message: `${pullsText(pulls)} ${text}`,
  remediation: [...remediation, proveOnNode(pulls.cluster, pulls.registry)]
})

/** `reason`: why the networks are not known, if somebody asked. */
const notRead = (pulls: RegistryPulls, facts: Facts, reason: Reason | null): FindingDraft =>
  finding(
    pulls,
    'note',
    `work only through a private endpoint: public access of the registry is disabled, and whether the nodes resolve ${hostsText(pulls, facts)} to it cannot be read from here${reason === null ? '' : `, because ${reason.message}`}`,
    lookUpZone(pulls)
  )

const noLink = ({ registry }: RegistryPulls): string =>
  `no link to private DNS zone ${privateZone(registry)} that the signed-in identity can read`

const have = (networks: readonly ClusterNetwork[]): string =>
  networks.length === 1 ? 'has' : 'have'

/** Azure's DNS answers with the public address where no zone is linked. */
function resolvePublicly(pulls: RegistryPulls, networks: readonly ClusterNetwork[]): FindingDraft {
  const zone = privateZone(pulls.registry)
  const ids = networks.map(({ id }) => id)
  return finding(
    pulls,
    'warning',
    `may get 403 Forbidden: public access of the registry is disabled, and ${networksText(networks)}, where the nodes ask Azure's DNS, ${have(networks)} ${noLink(pulls)}`,
    [
      findZone(zone, `network ${listText(ids)}`),
      ...ids.map(id => linkNetwork(zone, id)),
      ...ids.map(id => compareResolution(pulls.registry, id))
    ]
  )
}

const askOwnServers = (
  pulls: RegistryPulls,
  networks: readonly ClusterNetwork[],
  facts: Facts
): FindingDraft =>
  finding(
    pulls,
    'note',
    `work only through a private endpoint: public access of the registry is disabled, ${networksText(networks)} ${have(networks)} ${noLink(pulls)}, and whether the DNS servers there resolve ${hostsText(pulls, facts)} to it cannot be read from here`,
    networks.map(({ id }) => forwardQueries(id))
  )

/** Nodes of a registry without public access must resolve its names to a private endpoint; a link of the zone prepares that. */
export function zoneFindings(pulls: RegistryPulls, facts: Facts): readonly FindingDraft[] {
  const networks = networksAround(facts, pulls.clusterId, privateZone(pulls.registry))
  if (networks?.known !== true) return [notRead(pulls, facts, networks?.reason ?? null)]
  const unlinked = networks.value.filter(({ linked }) => !linked)
  const astray = unlinked.filter(({ ownDnsServers }) => !ownDnsServers)
  if (astray.length > 0) return [resolvePublicly(pulls, astray)]
  return unlinked.length > 0 ? [askOwnServers(pulls, unlinked, facts)] : []
}

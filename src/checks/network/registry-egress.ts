import type { Cluster, Registry } from '../../facts/facts.ts'
import { subnetsOf } from '../../facts/registry-network.ts'
import { clusterCommand, outputOf, registryCommand } from '../wording/azure-commands.ts'
import type { Remediation } from '../check.ts'
import { isBehindProxy } from '../../pulls/no-proxy.ts'
import { command, shellWord } from '../../base/shell-command.ts'

/** `address`: as a shell takes it. */
const addRule = (registry: Registry, address: string): string =>
  `${registryCommand(registry, ['network-rule', 'add'])} --ip-address ${address}`

export const allowAddress = (registry: Registry, address: string): Remediation => ({
  description: `Allow ${address}; a new rule takes some minutes to count.`,
  command: addRule(registry, shellWord(address))
})

const allowResource = (registry: Registry, id: string): Remediation => ({
  description: 'Allow the public IP address that the nodes go out with, unless a rule has it.',
  command: addRule(
    registry,
    outputOf(command('az', 'network', 'public-ip', 'show', '--ids', id, '--query', 'ipAddress'))
  )
})

type Egress = { readonly property: string; readonly description: string }

/** Where the egress hangs on the subnet, by outbound type in lower case ("Customize cluster egress"). */
const egressOfSubnet: Readonly<Record<string, Egress>> = {
  userdefinedrouting: {
    property: 'routeTable.id',
    description:
      "Find the route table of the nodes' subnet; allow the public address of the firewall or gateway that it leads to."
  },
  userassignednatgateway: {
    property: 'natGateway.id',
    description: "Find the NAT gateway of the nodes' subnet, and allow its public addresses."
  }
}

function lookUpEgress(cluster: Cluster): readonly Remediation[] {
  const egress = egressOfSubnet[cluster.outboundType?.toLowerCase() ?? '']
  const subnets = subnetsOf(cluster)
  if (egress === undefined || subnets.length === 0)
    return [
      {
        description: 'Look up the egress of the nodes, and allow its public addresses.',
        command: clusterCommand(cluster, ['show'], '--query', 'networkProfile')
      }
    ]
  return subnets.map(id => ({
    description: egress.description,
    command: command(
      ...['az', 'network', 'vnet', 'subnet', 'show', '--ids', id, '--query', egress.property]
    )
  }))
}

/** How to find the egress of the nodes, whose addresses are not known, and let it in. */
export function allowEgress(cluster: Cluster, registry: Registry): readonly Remediation[] {
  if (isBehindProxy(cluster, registry))
    return [
      {
        description:
          "Nodes reach the registry through the cluster's HTTP proxy: allow the public address of the proxy.",
        command: null
      }
    ]
  return cluster.outboundIpIds.length > 0
    ? cluster.outboundIpIds.map(id => allowResource(registry, id))
    : lookUpEgress(cluster)
}

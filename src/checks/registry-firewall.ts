import type { Cluster, Registry } from '../facts/facts.ts'
import { clusterCommand, outputOf, proveOnNode, registryCommand } from './azure-commands.ts'
import type { Check, FindingDraft, Remediation } from './check.ts'
import { isExemptFromProxy } from './no-proxy.ts'
import { readCluster, readRegistry } from './permissions.ts'
import {
  pullsText,
  type RegistryPulls,
  registryPulls,
  subjectOfPulls
} from './pulls-by-registry.ts'
import { isBehindFirewall, isIsolated, subnetsOf } from '../facts/registry-network.ts'
import { command } from './remediation.ts'

const isBehindProxy = ({ httpProxyNoProxy }: Cluster, { loginServer }: Registry): boolean =>
  httpProxyNoProxy !== null && !isExemptFromProxy(loginServer, httpProxyNoProxy)

const allowAddress = (registry: Registry, id: string): Remediation => ({
  description: 'Allow the public IP address that the nodes go out with, unless a rule has it.',
  command: `${registryCommand(registry, ['network-rule', 'add'])} --ip-address ${outputOf(
    command('az', 'network', 'public-ip', 'show', '--ids', id, '--query', 'ipAddress')
  )}`
})

type Egress = { readonly property: string; readonly description: string }

/** Where the way out hangs on the subnet, by outbound type in lower case ("Customize cluster egress"). */
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
        description: 'Look up the way out that the nodes have, and allow its public addresses.',
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

function allowNodes(cluster: Cluster, registry: Registry): readonly Remediation[] {
  if (isBehindProxy(cluster, registry))
    return [
      {
        description:
          "Nodes reach the registry through the cluster's HTTP proxy: allow the public address of the proxy.",
        command: null
      }
    ]
  return cluster.outboundIpIds.length > 0
    ? cluster.outboundIpIds.map(id => allowAddress(registry, id))
    : lookUpEgress(cluster)
}

const listRules = (registry: Registry): Remediation => ({
  description: 'See which addresses are allowed.',
  command: registryCommand(registry, ['network-rule', 'list'], '--query', 'ipRules')
})

const noEndpoint = 'no private endpoint is approved'

function waysIn({ approvedPrivateEndpoints, networkRuleCount }: Registry): string {
  if (approvedPrivateEndpoints > 0)
    return ', so nodes need its private endpoint or an IP rule, and which of them they reach cannot be read from here'
  if (networkRuleCount === 0) return ` and has no IP rule, and ${noEndpoint}`
  if (networkRuleCount === null) return `, ${noEndpoint}, and its IP rules were not collected`
  const rules = networkRuleCount === 1 ? 'its IP rule' : `one of its ${networkRuleCount} IP rules`
  return `, ${noEndpoint}, and whether ${rules} is for the address of the nodes cannot be read from here`
}

const finding = (pulls: RegistryPulls): FindingDraft => {
  const { cluster, registry } = pulls
  return {
    ...subjectOfPulls(pulls, pulls.uses),
    severity: registry.approvedPrivateEndpoints === 0 ? 'warning' : 'note',
    message: `${pullsText(pulls)} may get 403 Forbidden: the firewall of the registry denies by default${waysIn(registry)}`,
    remediation: [
      ...(registry.networkRuleCount === 0 ? [] : [listRules(registry)]),
      ...allowNodes(cluster, registry),
      proveOnNode(cluster, registry)
    ]
  }
}

export const registryFirewall: Check = {
  id: 'registry-firewall',
  title: "The registry's firewall must know the address of the nodes",
  rationale: `With the default action Deny the public endpoint answers only to the addresses of its IP rules; everybody else gets
\`403 Forbidden\` (\`client with IP '…' is not allowed access\`) although every role is right. Nodes come from the cluster's way out: the public IP
of its load balancer or NAT gateway, or whatever a route table leads to. "Allow trusted services" does not help, because AKS is not among them.

Azure Resource Manager tells the rules and the resource of the way out, not that the one covers the other, so this is a warning and never an
error; a note where the registry has an approved private endpoint, which rules do not concern. Rules for subnets (service endpoints, a preview)
are not in what is read; if you use them, add the subnet of every node pool. Facts files hold the number of IP rules and no address.`,
  references: [
    {
      title: 'Configure public IP network rules',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks'
    },
    {
      title: 'Allow trusted services to access a network-restricted registry',
      url: 'https://learn.microsoft.com/azure/container-registry/allow-access-trusted-services'
    },
    {
      title: 'Restrict access with a service endpoint in a virtual network',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-vnet'
    },
    {
      title: 'Customize cluster egress with outbound types in AKS',
      url: 'https://learn.microsoft.com/azure/aks/egress-outboundtype'
    }
  ],
  causes: ['T1', 'T7'],
  permissions: [readCluster, readRegistry],
  *run(context) {
    for (const pulls of registryPulls(context))
      if (isBehindFirewall(pulls.registry) && !isIsolated(pulls.cluster)) yield finding(pulls)
  }
}

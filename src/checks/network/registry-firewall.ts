import type { Registry } from '../../facts/facts.ts'
import type { FirewallObstacle } from '../../pulls/obstacles/firewall.ts'
import { proveOnNode, registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { publicAddressesRead } from '../../facts/related-resources/egress.ts'
import { networksRead, zoneLinksRead } from '../../facts/related-resources/private-zones.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { allowAddress, allowEgress } from './registry-egress.ts'

const listRules = (registry: Registry): Remediation => ({
  description: 'See which addresses are allowed.',
  command: registryCommand(registry, ['network-rule', 'list'], '--query', 'ipRules')
})

const letIn = ({
  from: { cluster, registry },
  refused
}: FirewallObstacle): readonly Remediation[] =>
  refused === null
    ? [
        ...(registry.networkRuleCount === 0 ? [] : [listRules(registry)]),
        ...allowEgress(cluster, registry)
      ]
    : refused.map(address => allowAddress(registry, address))

const finding = (obstacle: FirewallObstacle): FindingDraft => ({
  ...subjectOfPulls(obstacle.from, obstacle.from.uses),
  severity: obstacle.from.registry.approvedPrivateEndpoints === 0 ? 'warning' : 'unknown',
  message: `${pullsText(obstacle.from)} may get 403 Forbidden: ${evidenceText(obstacle)}`,
  remediation: [...letIn(obstacle), proveOnNode(obstacle.from.cluster, obstacle.from.registry)]
})

export const registryFirewall: Check = {
  id: 'registry-firewall',
  title: "The registry's firewall must know the address of the nodes",
  rationale: `With the default action Deny the public endpoint answers only to the addresses of its IP rules; everybody else gets
\`403 Forbidden\` (\`client with IP '…' is not allowed access\`) although every role is right. Nodes come from the cluster's egress: the public IP
of its load balancer or NAT gateway, or whatever a route table leads to. "Allow trusted services" does not help, because AKS is not among them.

Where AKS manages the egress and the registry has IP rules, the public addresses of the cluster are read and held against the rules. All of
them allowed: no finding. One that no rule allows is named. With a route table, NAT gateway or HTTP proxy of your own, and where
the addresses may not be read, the finding says that it is not known.

This is a warning and never an error, and unknown where the registry has an approved private endpoint, which rules do not concern. Not seen are rules
for subnets (service endpoints, a preview; add the subnet of every node pool), and nodes with public addresses of their own. Facts files hold the
addresses of the cluster and the number of IP rules, not the rules.`,
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
  permissions: [clusterRead, registryRead, publicAddressesRead, networksRead, zoneLinksRead],
  words: ['firewall'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'firewall').map(finding)
  }
}

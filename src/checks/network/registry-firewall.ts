import type { Reason } from '../../facts/fact.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { isBehindFirewall, isIsolated } from '../../facts/registry-network.ts'
import type { EgressAddress } from '../../facts/surroundings.ts'
import { proveOnNode, registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { listText } from '../wording/lists.ts'
import { readCluster, readPublicAddresses, readRegistry } from '../wording/permissions.ts'
import { predicted } from '../wording/prediction.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { allowAddress, allowWayOut, isBehindProxy } from './registry-egress.ts'
import { egressOf } from '../../pulls/surroundings-of.ts'

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

const finding = (
  pulls: RegistryPulls,
  ways: string,
  remediation: readonly Remediation[]
): FindingDraft => ({
  ...subjectOfPulls(pulls, pulls.uses),
  ...predicted(pulls.registry.approvedPrivateEndpoints === 0 ? 'warning' : 'note'),
  message: `${pullsText(pulls)} may get 403 Forbidden: the firewall of the registry denies by default${ways}`,
  remediation: [...remediation, proveOnNode(pulls.cluster, pulls.registry)]
})

/** `reason`: why they are not known, if somebody asked. */
const addressesNotKnown = (pulls: RegistryPulls, reason: Reason | null): FindingDraft =>
  finding(
    pulls,
    `${waysIn(pulls.registry)}${reason === null ? '' : `, because ${reason.message}`}`,
    [
      ...(pulls.registry.networkRuleCount === 0 ? [] : [listRules(pulls.registry)]),
      ...allowWayOut(pulls.cluster, pulls.registry)
    ]
  )

const addressText = (addresses: readonly EgressAddress[]): string =>
  listText(addresses.map(({ address }) => address))

/** Nodes leave with any of the addresses, so that each of them must be allowed. */
function addressesKnown(
  pulls: RegistryPulls,
  addresses: readonly EgressAddress[]
): readonly FindingDraft[] {
  const { registry } = pulls
  const refused = addresses.filter(({ allowed }) => !allowed)
  if (refused.length === 0) return []
  const subject =
    registry.approvedPrivateEndpoints === 0
      ? `, ${noEndpoint}, and the nodes`
      : ', and nodes that do not reach its private endpoint'
  const rest =
    refused.length === addresses.length
      ? ', which no IP rule allows'
      : `, and no IP rule allows ${addressText(refused)}`
  return [
    finding(
      pulls,
      `${subject} leave with ${addressText(addresses)}${rest}`,
      refused.map(({ address }) => allowAddress(registry, address))
    )
  ]
}

function findings(pulls: RegistryPulls, facts: Facts): readonly FindingDraft[] {
  const { clusterId, cluster, registry } = pulls
  const egress = isBehindProxy(cluster, registry) ? null : egressOf(facts, clusterId, registry.id)
  return egress?.known === true
    ? addressesKnown(pulls, egress.value)
    : [addressesNotKnown(pulls, egress?.reason ?? null)]
}

export const registryFirewall: Check = {
  id: 'registry-firewall',
  title: "The registry's firewall must know the address of the nodes",
  rationale: `With the default action Deny the public endpoint answers only to the addresses of its IP rules; everybody else gets
\`403 Forbidden\` (\`client with IP '…' is not allowed access\`) although every role is right. Nodes come from the cluster's way out: the public IP
of its load balancer or NAT gateway, or whatever a route table leads to. "Allow trusted services" does not help, because AKS is not among them.

Where AKS has made the way out and the registry has IP rules, the public addresses of the cluster are read and held against the rules. All of
them allowed: no finding. One that no rule allows is named. With a route table, NAT gateway or HTTP proxy of your own, and where
the addresses may not be read, the finding says that it is not known.

This is a warning and never an error; a note where the registry has an approved private endpoint, which rules do not concern. Not seen are rules
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
  permissions: [readCluster, readRegistry, readPublicAddresses],
  *run(context) {
    for (const pulls of registryPulls(context))
      if (isBehindFirewall(pulls.registry) && !isIsolated(pulls.cluster))
        yield* findings(pulls, context.facts)
  }
}

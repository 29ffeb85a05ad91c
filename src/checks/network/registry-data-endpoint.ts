import { listText } from '../../base/sentences.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import {
  isIsolated,
  isPublicAccessDisabled,
  isRoutedByUser,
  layerHosts,
  privateZone
} from '../../facts/registry-network.ts'

/** `demand` is completed by the list of hosts and `demandEnd`. */
type Way = { readonly demand: string; readonly demandEnd: string; readonly cure: string }

/**
 * Ways on which something between node and registry decides by the name of the host. A NAT gateway or load balancer lets
 * everything pass. A registry without public access has its own check.
 */
function wayOf({ cluster, registry }: RegistryPulls): Way | null {
  if (isPublicAccessDisabled(registry)) return null
  if (isRoutedByUser(cluster))
    return {
      demand: 'leave by a route table of yours: a firewall there must allow',
      demandEnd: '',
      cure: 'Allow these hosts on port 443 in the firewall; for a registry with replicas, those of every region.'
    }
  if (isIsolated(cluster) && registry.approvedPrivateEndpoints > 0)
    return {
      demand: `have no way but the private endpoint (outbound type ${cluster.outboundType ?? ''}): the nodes must resolve`,
      demandEnd: ' to it',
      cure: `See that the private DNS zone ${privateZone(registry)} has records of these hosts and is linked to the network of the nodes.`
    }
  return null
}

const usesSharedHosts = (registry: Registry): boolean =>
  !registry.dataEndpoint && registry.approvedPrivateEndpoints === 0

/** Only the tier Premium has data endpoints ("Dedicated data endpoints"). */
const narrowTheRule = (registry: Registry): readonly Remediation[] =>
  usesSharedHosts(registry) && registry.sku?.toLowerCase() === 'premium'
    ? [
        {
          description:
            'Or give the registry data endpoints of its own, so that the firewall need not allow all of Azure Storage. Allow the new hosts everywhere first: layers come from them at once.',
          command: registryCommand(registry, ['update'], '--data-endpoint-enabled', 'true')
        }
      ]
    : []

/** Nothing that Azure tells will ever answer it. */
const accept: Remediation = {
  description:
    'Where that is so, accept the note in the settings file: checks: {registry-data-endpoint: off}.',
  command: null
}

const finding = (pulls: RegistryPulls, way: Way, cloud: Facts['cloud']): FindingDraft => ({
  ...subjectOfPulls(pulls, pulls.uses),
  severity: 'note',
  message: `${pullsText(pulls)} ${way.demand} ${listText([pulls.host, ...layerHosts(pulls.registry, cloud)])}${way.demandEnd}, because the layers of an image come from another host than its manifest`,
  remediation: [
    { description: way.cure, command: registryCommand(pulls.registry, ['show-endpoints']) },
    ...narrowTheRule(pulls.registry),
    accept
  ]
})

export const registryDataEndpoint: Check = {
  id: 'registry-data-endpoint',
  title: 'Layers come from another host than the login server',
  rationale: `A pull asks the login server for a token and the image manifest, and is then redirected for every layer: to
\`<registry>.<region>.data.azurecr.io\` where the registry has dedicated data endpoints (a private endpoint switches them on), else to
\`*.blob.core.windows.net\`. Where a firewall allows the login server alone, sign-in works and the layers fail, with a time-out or
\`AuthorizationFailure\`; \`az aks check-acr\` stays green, because it fetches no layer. Switching to data endpoints changes the host at once for everybody.

The note appears only where hosts are filtered or resolved by you: outbound type \`userDefinedRouting\`, and clusters without egress that have a private
endpoint. It lists what must be allowed; whether it is cannot be read.`,
  references: [
    {
      title: 'Dedicated data endpoints in Azure Container Registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-dedicated-data-endpoints'
    },
    {
      title: 'Configure rules to access a registry behind a firewall',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-firewall-rules'
    }
  ],
  causes: ['T6'],
  permissions: [clusterRead, registryRead],
  words: [],
  *run(context) {
    for (const pulls of registryPulls(context.pulls)) {
      const way = wayOf(pulls)
      if (way !== null) yield finding(pulls, way, context.facts.cloud)
    }
  }
}

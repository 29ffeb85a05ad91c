import type { Registry } from '../../facts/facts.ts'
import type { NoWayInObstacle } from '../../pulls/obstacles/no-way-in.ts'
import type { PrivateWayObstacle } from '../../pulls/obstacles/private-way.ts'
import type { PublicAccessObstacle } from '../../pulls/obstacles/public-access.ts'
import { proveOnNode, registryCommand } from '../wording/azure-commands.ts'
import { evidenceMessage, evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { networksRead, zoneLinksRead } from '../../facts/related-resources/private-zones.ts'
import { leadToEndpoint } from './private-zone-links.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { isIsolated, privateZone } from '../../facts/registry-network.ts'
import { command } from '../../base/shell-command.ts'

const approvePending = (registry: Registry): Remediation => ({
  description:
    'Find the private endpoint connections that wait, and approve those you expect (az acr private-endpoint-connection approve).',
  command: command(
    ...['az', 'acr', 'private-endpoint-connection', 'list', '--registry-name', registry.name],
    ...['--query', "[?privateLinkServiceConnectionState.status=='Pending'].name"],
    ...['--subscription', registry.subscriptionId]
  )
})

const makeEndpoint = (registry: Registry): Remediation => ({
  description: `Give the registry a private endpoint in a network that the nodes reach, with a private DNS zone ${privateZone(registry)} linked to their network.`,
  command: null
})

const openAgain = (registry: Registry): Remediation => ({
  description: 'Or switch public access on again; roles still decide who may pull.',
  command: registryCommand(registry, ['update'], '--public-network-enabled', 'true')
})

const shutOff = (obstacle: NoWayInObstacle): FindingDraft => {
  const { registry, cluster, uses } = obstacle.from
  return {
    ...subjectOfPulls(obstacle.from, uses),
    severity: 'error',
    message: `${pullsText(obstacle.from)} have no known way in: ${evidenceText(obstacle)}`,
    remediation: [
      (registry.pendingPrivateEndpoints ?? 0) > 0
        ? approvePending(registry)
        : makeEndpoint(registry),
      // Nodes without egress do not get to it in public either.
      ...(isIsolated(cluster) ? [] : [openAgain(registry)])
    ]
  }
}

const openings: Readonly<Record<PrivateWayObstacle['fault']['kind'], string>> = {
  'not-known': 'work only through a private endpoint',
  'own-dns-servers': 'work only through a private endpoint',
  'no-link': 'may get 403 Forbidden'
}

const privateOnly = (obstacle: PrivateWayObstacle): FindingDraft => {
  const { from, fault } = obstacle
  return {
    ...subjectOfPulls(from, from.uses),
    severity: fault.kind === 'no-link' ? 'warning' : 'unknown',
    message: `${pullsText(from)} ${openings[fault.kind]}: ${evidenceText(obstacle)}`,
    remediation: [...leadToEndpoint(obstacle), proveOnNode(from.cluster, from.registry)]
  }
}

const notTold = (obstacle: PublicAccessObstacle): FindingDraft => ({
  ...subjectOfPulls(obstacle.from, obstacle.from.uses),
  severity: 'unknown',
  message: evidenceMessage(obstacle),
  remediation: [
    {
      description: 'Look at what the registry says of its public access.',
      command: registryCommand(
        obstacle.from.registry,
        ['show'],
        ...['--query', '{publicNetworkAccess: publicNetworkAccess, networkRuleSet: networkRuleSet}']
      )
    },
    proveOnNode(obstacle.from.cluster, obstacle.from.registry)
  ]
})

export const registryNotPublic: Check = {
  id: 'registry-not-public',
  title: 'The registry has no public access',
  rationale: `With public network access disabled only private endpoints lead in, whatever the firewall rules say. Without an approved one no way in
is left, and every pull gets \`403 Forbidden\`: an error. Where Azure does not say whether public access is on, the answer is unknown.

With an approved one the rest is name resolution: the nodes' network must be linked to the private DNS zone that holds the records of the login server
and of the data endpoint of every region. A network without the link resolves the public address and gets 403; a zone that lacks the data
endpoint lets the sign-in pass and stops the layers.

The networks of the nodes and the links of zones of that name are read. All networks linked, and asking Azure's DNS: no finding. One that asks Azure's DNS and is not among
the linked ones is a warning; the link may be out of sight of the signed-in identity, and a DNS forwarding ruleset does without. Unknown
where the network has DNS servers of its own, linked or not, because what they answer shows only there, and where the networks or every link are out of
sight. Records, peerings, routes and DNS servers are not read.`,
  references: [
    {
      title: 'Connect privately to a registry by using Azure Private Link',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-private-endpoints'
    },
    {
      title: 'Troubleshoot network issues with a registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-troubleshoot-access'
    },
    {
      title: "Can't pull images from Azure Container Registry to Kubernetes",
      url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/cannot-pull-image-from-acr-to-aks-cluster'
    }
  ],
  causes: ['T2', 'T3'],
  permissions: [clusterRead, registryRead, networksRead, zoneLinksRead],
  words: ['no-way-in', 'private-way', 'public-access'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'no-way-in').map(shutOff)
    const privateWays = obstaclesOf(obstacles, 'private-way')
    yield* privateWays.filter(({ shutBy }) => shutBy === 'registry').map(privateOnly)
    yield* obstaclesOf(obstacles, 'public-access').map(notTold)
  }
}

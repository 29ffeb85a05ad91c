import { groupBy } from '../../base/group-by.ts'
import type { Cluster, Facts, Registry } from '../../facts/facts.ts'
import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import {
  azureRegistrySuffixes,
  isAzureRegistryHost,
  microsoftRegistry,
  registryHost
} from '../../kubernetes/images/registry-host.ts'
import type { Check, CheckContext, FindingDraft, Remediation } from '../check.ts'
import type { PrivateWayObstacle } from '../../pulls/obstacles/private-way.ts'
import { proveOnNode } from '../wording/azure-commands.ts'
import { leadToEndpoint } from './private-zone-links.ts'
import { copyImages } from '../cluster/import-images.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { networksRead, zoneLinksRead } from '../../facts/related-resources/private-zones.ts'
import { type PulledImage, pulledImages } from '../wording/pulled-images.ts'
import { isIsolated, noEgressText, privateZone } from '../../facts/registry-network.ts'
import { bootstrapRegistryOf } from '../../access/known-facts.ts'
import type { NoEgressObstacle } from '../../pulls/obstacles/no-egress.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

/** The images of one host that an isolated cluster is to pull. */
type Source = {
  readonly clusterId: string
  readonly cluster: Cluster
  readonly host: string
  readonly pulled: readonly PulledImage[]
}

/** What stands against a source, as the end of a sentence, and its cure. */
type Trouble = Pick<FindingDraft, 'severity' | 'remediation'> & { readonly text: string }

/** Registries that are on the internet and nowhere else; a host is one of these or a subdomain. */
const publicRegistries: readonly string[] = [
  ...['docker.io', 'quay.io', 'ghcr.io', 'gcr.io', 'pkg.dev', 'registry.k8s.io', 'public.ecr.aws'],
  ...['nvcr.io', 'registry.gitlab.com', 'docker.elastic.co', 'docker.n8n.io', 'cgr.dev'],
  ...['registry.access.redhat.com', 'registry.redhat.io', 'container-registry.oracle.com']
]

const isPublic = (host: string): boolean =>
  publicRegistries.some(name => host === name || host.endsWith(`.${name}`))

const isOnNode = (host: string): boolean => host === 'localhost' || host.startsWith('127.')

const makeEndpoint = (registry: Registry): Remediation => ({
  description: `Make a private endpoint of registry ${registry.name} in a network that the nodes reach, with a private DNS zone ${privateZone(registry)} linked to it.`,
  command: null
})

/** Facts files may have it only where an image names it, too. */
function mirrorOf(facts: Facts, { bootstrapRegistryId: id }: Cluster): Registry | null {
  const answer = bootstrapRegistryOf(facts, id)
  if (answer?.known === true) return answer.value
  const wanted = id?.toLowerCase()
  const registries = facts.registries.flatMap(({ answer }) => (answer.known ? answer.value : []))
  return registries.find(registry => registry.id.toLowerCase() === wanted) ?? null
}

const references = ({ pulled }: Source): readonly ImageReference[] =>
  pulled.map(({ reference }) => reference)

/**
 * Unless the source is Direct, nodes ask the registry of the cluster for what is on mcr.microsoft.com ("Network isolated
 * AKS clusters"). Whether it can serve them otherwise has a check of its own.
 */
function microsoftTrouble(source: Source, facts: Facts): Trouble | null {
  if (source.cluster.artifactSource?.toLowerCase() === 'direct')
    return {
      severity: 'warning',
      text: 'the cluster has no registry that mirrors it (artifact source Direct)',
      remediation: copyImages(facts, references(source))
    }
  const mirror = mirrorOf(facts, source.cluster)
  return mirror?.approvedPrivateEndpoints === 0
    ? {
        severity: 'warning',
        text: `registry ${mirror.loginServer}, which mirrors it, has no approved private endpoint`,
        remediation: [makeEndpoint(mirror)]
      }
    : null
}

/** Azure registries have obstacles; these others have no verdicts. */
function troubleOf(source: Source, facts: Facts): Trouble | null {
  const { host } = source
  const suffixes = [...azureRegistrySuffixes, ...facts.cloud.registrySuffixes]
  if (isAzureRegistryHost(host, suffixes)) return null
  if (host === microsoftRegistry) return microsoftTrouble(source, facts)
  if (isOnNode(host)) return null
  const remediation = copyImages(facts, references(source))
  return isPublic(host)
    ? { severity: 'warning', text: 'this registry is on the internet', remediation }
    : {
        severity: 'note',
        text: 'whether this host is within its network is not known',
        remediation
      }
}

function finding(source: Source, { severity, text, remediation }: Trouble): FindingDraft {
  const { clusterId, cluster, host, pulled } = source
  const [image, ...others] = new Set(pulled.map(({ use }) => use.image.text))
  return {
    severity,
    message: `Pulls from ${host} on cluster ${cluster.name} have no known way: ${noEgressText(cluster)}, and ${text}`,
    remediation,
    uses: pulled.map(({ use }) => use),
    cluster: clusterId,
    registry: host,
    ...(image === undefined || others.length > 0 ? {} : { image })
  }
}

const azureFinding = (obstacle: NoEgressObstacle): FindingDraft => ({
  ...subjectOfPulls(obstacle.from, obstacle.from.uses),
  severity: 'warning',
  message: `${pullsText(obstacle.from)} have no known way: ${evidenceText(obstacle)}`,
  remediation: [makeEndpoint(obstacle.from.registry)]
})

const privateOnly = (obstacle: PrivateWayObstacle): FindingDraft => ({
  ...subjectOfPulls(obstacle.from, obstacle.from.uses),
  severity: obstacle.fault.kind === 'no-link' ? 'warning' : 'unknown',
  message: `${pullsText(obstacle.from)} work only through a private endpoint: ${evidenceText(obstacle)}`,
  remediation: [
    ...leadToEndpoint(obstacle),
    proveOnNode(obstacle.from.cluster, obstacle.from.registry)
  ]
})

function* sources(context: CheckContext): Generator<Source, void, undefined> {
  const isolated = context.facts.clusters.flatMap(({ id, answer }) =>
    answer.known && isIsolated(answer.value) ? [{ clusterId: id, cluster: answer.value }] : []
  )
  if (isolated.length === 0) return
  const byHost = groupBy(pulledImages(context), ({ reference }) => registryHost(reference))
  for (const cluster of isolated)
    for (const [host, pulled] of byHost) yield { ...cluster, host, pulled }
}

export const isolatedClusterSource: Check = {
  id: 'isolated-cluster-source',
  title: 'A cluster without egress is to pull from outside its network',
  rationale: `With outbound type \`none\` AKS makes no egress from the cluster's network, and with \`block\` it blocks all of it. Docker Hub, quay.io, ghcr.io and
their like are then out of reach, and so is an Azure registry without a private endpoint. Such clusters start because their nodes fetch
\`mcr.microsoft.com\` through a registry of the cluster (artifact source \`Cache\`); that covers no other registry, and with artifact source
\`Direct\` not even this one. A cluster that was isolated later pulls through it only after its node pools were re-imaged.

An Azure registry with a private endpoint is reached where the nodes resolve its names to it: that is looked at as
[registry-not-public](#registry-not-public) does, and is unknown where it is not shown.

You can give such a network an egress of your own (a firewall, a peering), which the cluster's properties do not tell: a warning, and a
note for hosts that are not known to be on the internet. Clusters with an HTTP proxy have one and are left out.`,
  references: [
    {
      title: 'Network isolated AKS clusters',
      url: 'https://learn.microsoft.com/azure/aks/concepts-network-isolated'
    },
    {
      title: 'Customize cluster egress with outbound types in AKS',
      url: 'https://learn.microsoft.com/azure/aks/egress-outboundtype'
    },
    {
      title: 'Import container images to a container registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-import-images'
    }
  ],
  causes: ['T11', 'T12'],
  permissions: [clusterRead, registryRead, networksRead, zoneLinksRead],
  words: ['no-egress', 'private-way'],
  *run(context) {
    yield* obstaclesOf(context.obstacles, 'no-egress').map(azureFinding)
    const privateWays = obstaclesOf(context.obstacles, 'private-way')
    yield* privateWays.filter(({ shutBy }) => shutBy === 'cluster').map(privateOnly)
    for (const source of sources(context)) {
      const trouble = troubleOf(source, context.facts)
      if (trouble !== null) yield finding(source, trouble)
    }
  }
}

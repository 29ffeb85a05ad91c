import { grouped } from '../access/grouping.ts'
import type { Cluster, Facts, Registry } from '../facts/facts.ts'
import {
  type ImageReference,
  isAzureRegistryHost,
  azureRegistrySuffixes,
  registryHost
} from '../kubernetes/image-reference.ts'
import type { ImageUse } from '../kubernetes/manifests.ts'
import { registryCommand } from './azure-commands.ts'
import type { Check, CheckContext, FindingDraft, Remediation, Severity } from './check.ts'
import { readCluster } from './permissions.ts'
import { isIsolated } from './registry-network.ts'
import { registryOf } from './wording.ts'

type Pulled = { readonly use: ImageUse; readonly reference: ImageReference }

/** The images of one host that an isolated cluster is to pull. */
type Source = {
  readonly clusterId: string
  readonly cluster: Cluster
  readonly host: string
  readonly pulled: readonly Pulled[]
}

/** What stands against a source, as the end of a sentence. */
type Trouble = { readonly severity: Severity; readonly text: string }

const microsoftRegistry = 'mcr.microsoft.com'

/** Registries that are on the internet and nowhere else; a name ends with one of these or is it. */
const publicRegistries: readonly string[] = [
  ...['docker.io', 'quay.io', 'ghcr.io', 'gcr.io', 'pkg.dev', 'registry.k8s.io', 'public.ecr.aws'],
  ...['nvcr.io', 'registry.gitlab.com', 'docker.elastic.co', 'docker.n8n.io', 'cgr.dev'],
  ...['registry.access.redhat.com', 'registry.redhat.io', 'container-registry.oracle.com'],
  microsoftRegistry
]

const isPublic = (host: string): boolean =>
  publicRegistries.some(name => host === name || host.endsWith(`.${name}`))

const isOnNode = (host: string): boolean => host === 'localhost' || host.startsWith('127.')

/** Nodes then ask the registry of the cluster for what is on mcr.microsoft.com ("Network isolated AKS clusters"). */
const mirrorsMicrosoft = ({ artifactSource, bootstrapRegistryId }: Cluster): boolean =>
  artifactSource === null ? bootstrapRegistryId !== null : artifactSource.toLowerCase() === 'cache'

/** A registry that is not known has findings of its own, or is of another cloud. */
const azureTrouble = (registry: Registry | null): Trouble | null =>
  registry?.approvedPrivateEndpoints === 0
    ? { severity: 'warning', text: 'and no private endpoint of the registry is approved' }
    : null

function troubleOf({ cluster, host }: Source, facts: Facts): Trouble | null {
  const suffixes = [...azureRegistrySuffixes, ...facts.cloud.registrySuffixes]
  if (isAzureRegistryHost(host, suffixes)) return azureTrouble(registryOf(facts, host))
  if (isOnNode(host) || (host === microsoftRegistry && mirrorsMicrosoft(cluster))) return null
  if (host === microsoftRegistry)
    return {
      severity: 'warning',
      text: 'and the cluster has no registry that mirrors it (artifact source Direct)'
    }
  return isPublic(host)
    ? { severity: 'warning', text: 'and this registry is on the internet' }
    : { severity: 'note', text: 'and whether this host is within its network is not known' }
}

/** A registry that the cluster can reach, as far as Azure tells: a known one with a private endpoint. */
const importTarget = (facts: Facts): Registry | null =>
  facts.registries
    .flatMap(({ answer }) => (answer.known ? answer.value : []))
    .find(({ approvedPrivateEndpoints }) => approvedPrivateEndpoints > 0) ?? null

/** Digests are imported without a tag ("Import container images to a container registry"). */
function importImage(registry: Registry, { domain, repository, tag, digest }: ImageReference) {
  const source = `${domain}/${repository}${digest === null ? `:${tag ?? 'latest'}` : `@${digest}`}`
  return registryCommand(
    registry,
    ['import'],
    ...['--source', source],
    ...(digest === null || tag !== null
      ? ['--image', `${repository}:${tag ?? 'latest'}`]
      : ['--repository', repository])
  )
}

function copyImages(facts: Facts, { pulled }: Source): readonly Remediation[] {
  const target = importTarget(facts)
  if (target === null)
    return [
      {
        description:
          'Import the image into a registry with a private endpoint in a network that the nodes reach, or let such a registry cache it, and name that registry in the manifest.',
        command: null
      }
    ]
  const commands = new Set(pulled.map(({ reference }) => importImage(target, reference)))
  return [...commands].map(text => ({
    description: `Import the image, and write ${target.loginServer} in place of its registry; a cache rule does the same for all images of a source.`,
    command: text
  }))
}

const givePrivateWay = (host: string): Remediation => ({
  description: `Make a private endpoint of ${host} in a network that the nodes reach, with its private DNS zone.`,
  command: null
})

function finding(source: Source, trouble: Trouble, facts: Facts): FindingDraft {
  const { clusterId, cluster, host, pulled } = source
  const registry = registryOf(facts, host)
  const images = new Set(pulled.map(({ use }) => use.image.text))
  const [image] = images.size === 1 ? images : []
  return {
    severity: trouble.severity,
    message: `Pulls from ${host} on cluster ${cluster.name} have no known way: with outbound type ${cluster.outboundType ?? ''} AKS gives its nodes no way out, ${trouble.text}`,
    remediation: registry === null ? copyImages(facts, source) : [givePrivateWay(host)],
    uses: pulled.map(({ use }) => use),
    cluster: clusterId,
    registry: host,
    ...(image === undefined ? {} : { image })
  }
}

/** Only what a kubelet surely pulls: an image of another registry in some field may be for anybody. */
const pulledImages = ({ manifests }: CheckContext): readonly Pulled[] =>
  manifests.uses
    .filter(use => use.class === 'pod' || use.class === 'container')
    .flatMap(use =>
      use.image.kind === 'reference' ? [{ use, reference: use.image.reference }] : []
    )

function* sources(context: CheckContext): Generator<Source, void, undefined> {
  const byHost = grouped(pulledImages(context), ({ reference }) => registryHost(reference))
  for (const { id, answer } of context.facts.clusters)
    if (answer.known && isIsolated(answer.value))
      for (const [host, pulled] of byHost)
        yield { clusterId: id, cluster: answer.value, host, pulled }
}

export const isolatedClusterSource: Check = {
  id: 'isolated-cluster-source',
  title: 'A cluster without a way out is to pull from outside its network',
  rationale: `With outbound type \`none\` AKS makes no way out of the cluster's network, and with \`block\` it shuts every one. Docker Hub, quay.io, ghcr.io and
their like are then out of reach, and so is an Azure registry without a private endpoint. Such clusters start because their nodes fetch
\`mcr.microsoft.com\` through a registry of the cluster (artifact source \`Cache\`); that covers no other registry, and with artifact source
\`Direct\` not even this one. A cluster that was isolated later pulls through it only after its node pools were re-imaged.

You can give such a network a way out of your own (a firewall, a peering), which the cluster's properties do not tell: a warning, and a
note for hosts that are not known to be on the internet. Clusters with an HTTP proxy have a way and are left out.`,
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
  permissions: [readCluster],
  *run(context) {
    for (const source of sources(context)) {
      const trouble = troubleOf(source, context.facts)
      if (trouble !== null) yield finding(source, trouble, context.facts)
    }
  }
}

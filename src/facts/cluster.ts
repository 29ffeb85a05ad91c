import * as z from 'zod/mini'
import {
  factOf,
  listOf,
  named,
  orElse,
  orNone,
  orNotTold,
  text,
  textOrNone,
  textOrNotTold,
  type ValueOf
} from './schema-parts.ts'

const nodeIdentity = named(
  'NodeIdentity',
  'What the nodes pull with.',
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('kubelet-identity'),
      objectId: text,
      clientId: textOrNotTold,
      resourceId: textOrNotTold
    }),
    z.object({
      kind: z.literal('service-principal'),
      clientId: text,
      /** ARM holds only the client id; role assignments need the object id. */
      objectId: factOf(text)
    }),
    z.object({ kind: z.literal('none') })
  ])
)

/** `none` when ARM shows neither identity nor service principal. */
export type NodeIdentity = ValueOf<typeof nodeIdentity>

const otherIdentity = named(
  'OtherIdentity',
  'An identity of the cluster that never pulls.',
  z.object({
    role: z.enum(['control-plane', 'add-on']),
    objectId: text,
    /** ARM id of a user-assigned identity, or the add-on's name. */
    name: text
  })
)

export type OtherIdentity = ValueOf<typeof otherIdentity>

const serviceAccountPull = named(
  'ServiceAccountPull',
  'Whether pods pull with the identity of their service account (preview).',
  z.object({
    enabled: z.boolean(),
    /** ARM id or client id as given, null when the cluster has no default. */
    defaultManagedIdentityId: textOrNone
  })
)

/** Identity bindings (preview): the pod's service account pulls instead of the node. */
export type ServiceAccountPull = ValueOf<typeof serviceAccountPull>

const nodePool = named(
  'NodePool',
  'A node pool; kubernetesVersion is what its kubelets run.',
  z.object({
    name: text,
    mode: text,
    osType: z.enum(['Linux', 'Windows']),
    osSku: textOrNotTold,
    architecture: orNotTold(z.enum(['amd64', 'arm64'])),
    vmSize: textOrNotTold,
    /** What the kubelets run, `currentOrchestratorVersion`; not the control plane's. */
    kubernetesVersion: textOrNotTold,
    nodeImageVersion: textOrNotTold,
    labels: z.record(text, text),
    taints: listOf(text),
    spot: z.boolean(),
    count: orNotTold(z.number()),
    powerState: textOrNotTold,
    provisioningState: textOrNotTold,
    artifactStreaming: z.boolean(),
    /** ARM id; null in the network that AKS made itself. */
    subnetId: orElse(textOrNone, null)
  })
)

export type NodePool = ValueOf<typeof nodePool>

export const cluster = named(
  'Cluster',
  'An AKS managed cluster.',
  z.object({
    id: text,
    name: text,
    resourceGroup: text,
    subscriptionId: text,
    location: text,
    tenantId: textOrNotTold,
    /** ARM tags, by which targets choose clusters. */
    tags: orElse(orNotTold(z.record(text, text)), null),
    /** ARM ids of the fleet managers that it is a member of; asked only where a target names one. */
    fleets: orElse(orNotTold(listOf(text)), null),
    /** Hosts of the API server, by which Argo CD names a cluster; a private one has no public name. */
    fqdn: orElse(textOrNotTold, null),
    privateFqdn: orElse(textOrNotTold, null),
    /** ISO 8601. */
    createdAt: orElse(textOrNotTold, null),
    kubernetesVersion: textOrNotTold,
    nodeResourceGroup: textOrNotTold,
    supportPlan: textOrNotTold,
    powerState: textOrNotTold,
    provisioningState: textOrNotTold,
    nodeIdentity,
    /** Identities of the cluster that never pull: a grant to one of them is a common mistake. */
    otherIdentities: listOf(otherIdentity),
    serviceAccountPull: factOf(serviceAccountPull),
    nodePools: listOf(nodePool),
    /** `Auto`: Karpenter adds nodes that ARM does not list as pools. */
    nodeProvisioningMode: textOrNone,
    virtualNodes: z.boolean(),
    /** null: the cluster names none, and AKS makes it `loadBalancer`. */
    outboundType: textOrNone,
    /** ARM ids of the public IP addresses that traffic leaves with, where Azure manages them. */
    outboundIpIds: orElse(listOf(text), []),
    /** `Cache`: nodes fetch what they take from mcr.microsoft.com through a registry of the cluster; else `Direct`. */
    artifactSource: orElse(textOrNone, null),
    /** Network-isolated clusters mirror mcr.microsoft.com to this registry (ARM id). */
    bootstrapRegistryId: textOrNone,
    httpProxyNoProxy: orNone(listOf(text)),
    podIdentity: z.boolean()
  })
)

export type Cluster = ValueOf<typeof cluster>

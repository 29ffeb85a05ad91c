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
  textOrNotTold
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
    z.object({ kind: z.literal('service-principal'), clientId: text, objectId: factOf(text) }),
    z.object({ kind: z.literal('none') })
  ])
)

const otherIdentity = named(
  'OtherIdentity',
  'An identity of the cluster that never pulls.',
  z.object({
    role: z.enum(['control-plane', 'add-on']),
    objectId: text,
    name: text
  })
)

const serviceAccountPull = named(
  'ServiceAccountPull',
  'Whether pods pull with the identity of their service account (preview).',
  z.object({
    enabled: z.boolean(),
    defaultManagedIdentityId: textOrNone
  })
)

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
    kubernetesVersion: textOrNotTold,
    nodeImageVersion: textOrNotTold,
    labels: z.record(text, text),
    taints: listOf(text),
    spot: z.boolean(),
    count: orNotTold(z.number()),
    powerState: textOrNotTold,
    provisioningState: textOrNotTold,
    artifactStreaming: z.boolean(),
    subnetId: orElse(textOrNone, null)
  })
)

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
    kubernetesVersion: textOrNotTold,
    nodeResourceGroup: textOrNotTold,
    supportPlan: textOrNotTold,
    powerState: textOrNotTold,
    provisioningState: textOrNotTold,
    nodeIdentity,
    otherIdentities: listOf(otherIdentity),
    serviceAccountPull: factOf(serviceAccountPull),
    nodePools: listOf(nodePool),
    nodeProvisioningMode: textOrNone,
    virtualNodes: z.boolean(),
    outboundType: textOrNone,
    outboundIpIds: orElse(listOf(text), []),
    artifactSource: orElse(textOrNone, null),
    bootstrapRegistryId: textOrNone,
    httpProxyNoProxy: orNone(listOf(text)),
    podIdentity: z.boolean()
  })
)

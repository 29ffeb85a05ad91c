import * as z from 'zod/mini'
import { factOf, listOf, named, numberOrNull, orElse, text, textOrNull } from './schema-parts.ts'

const nodeIdentity = named(
  'NodeIdentity',
  'What the nodes pull with.',
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('kubelet-identity'),
      objectId: text,
      clientId: textOrNull,
      resourceId: textOrNull
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
    defaultManagedIdentityId: textOrNull
  })
)

const nodePool = named(
  'NodePool',
  'A node pool; kubernetesVersion is what its kubelets run.',
  z.object({
    name: text,
    mode: text,
    osType: z.enum(['Linux', 'Windows']),
    osSku: textOrNull,
    architecture: z.nullable(z.enum(['amd64', 'arm64'])),
    vmSize: textOrNull,
    kubernetesVersion: textOrNull,
    nodeImageVersion: textOrNull,
    labels: z.record(text, text),
    taints: listOf(text),
    spot: z.boolean(),
    count: numberOrNull,
    powerState: textOrNull,
    provisioningState: textOrNull,
    artifactStreaming: z.boolean(),
    subnetId: orElse(textOrNull, null)
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
    tenantId: textOrNull,
    kubernetesVersion: textOrNull,
    nodeResourceGroup: textOrNull,
    supportPlan: textOrNull,
    powerState: textOrNull,
    provisioningState: textOrNull,
    nodeIdentity,
    otherIdentities: listOf(otherIdentity),
    serviceAccountPull: factOf(serviceAccountPull),
    nodePools: listOf(nodePool),
    nodeProvisioningMode: textOrNull,
    virtualNodes: z.boolean(),
    outboundType: textOrNull,
    outboundIpIds: orElse(listOf(text), []),
    artifactSource: orElse(textOrNull, null),
    bootstrapRegistryId: textOrNull,
    httpProxyNoProxy: z.nullable(listOf(text)),
    podIdentity: z.boolean()
  })
)

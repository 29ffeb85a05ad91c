import * as z from 'zod/mini'
import type { Facts } from './facts.ts'
import {
  factOf,
  listOf,
  named,
  numberOrNull,
  orElse,
  reason,
  switchOrNull,
  text,
  textOrNull
} from './schema-parts.ts'
import { nothingAround } from './surroundings.ts'
import { surroundingsSchema } from './surroundings-schema.ts'

/** Where the published JSON Schema of this major version lies; facts files name it in their `$schema`. */
export const factsSchemaUrl =
  'https://raw.githubusercontent.com/acr-pull-check/acr-pull-check/v1/schema/facts.schema.json'

const cloud = z.object({
  name: z.enum(['AzurePublicCloud', 'AzureUSGovernment', 'AzureChinaCloud', 'custom']),
  registrySuffixes: listOf(text)
})

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

const cluster = named(
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

const keyIdentity = z.object({ clientId: text, assigned: z.boolean() })

const registry = named(
  'Registry',
  'An Azure Container Registry, without its IP rules.',
  z.object({
    id: text,
    name: text,
    loginServer: text,
    subscriptionId: text,
    tenantId: textOrNull,
    location: text,
    sku: textOrNull,
    roleAssignmentMode: z.nullable(z.enum(['legacy', 'abac'])),
    anonymousPull: switchOrNull,
    adminUser: switchOrNull,
    authenticationAsArm: z.boolean(),
    publicNetworkAccess: textOrNull,
    networkDefaultAction: textOrNull,
    networkRuleCount: orElse(numberOrNull, null),
    approvedPrivateEndpoints: z.number(),
    pendingPrivateEndpoints: orElse(numberOrNull, null),
    dataEndpoint: z.boolean(),
    dataEndpointHosts: listOf(text),
    quarantine: z.boolean(),
    provisioningState: textOrNull,
    status: textOrNull,
    encrypted: z.boolean(),
    keyIdentity: orElse(z.nullable(keyIdentity), null),
    createdAt: textOrNull,
    lastModifiedAt: textOrNull
  })
)

const condition = { condition: textOrNull, conditionVersion: textOrNull }

const permission = named(
  'Permission',
  'One entry of the permissions of a role definition or deny assignment.',
  z.object({
    actions: listOf(text),
    notActions: listOf(text),
    dataActions: listOf(text),
    notDataActions: listOf(text),
    ...condition
  })
)

const roleAssignment = named(
  'RoleAssignment',
  'A role assignment; principalId is a group when it came through one.',
  z.object({
    id: text,
    scope: text,
    roleDefinitionId: text,
    principalId: text,
    principalType: textOrNull,
    ...condition,
    createdOn: textOrNull,
    updatedOn: textOrNull
  })
)

const assignments = z.object({
  registryId: text,
  principalId: text,
  groupsResolved: z.boolean(),
  answer: factOf(listOf(roleAssignment))
})

const denyPrincipal = z.object({ id: text, type: text })

const denyAssignment = named(
  'DenyAssignment',
  'A deny assignment.',
  z.object({
    id: text,
    name: text,
    scope: text,
    doNotApplyToChildScopes: z.boolean(),
    permissions: listOf(permission),
    principals: listOf(denyPrincipal),
    excludedPrincipals: listOf(denyPrincipal),
    ...condition
  })
)

const denyAssignments = z.object({
  registryId: text,
  answer: factOf(listOf(denyAssignment)),
  reaching: listOf(z.object({ principalId: text, answer: factOf(listOf(text)) }))
})

const roleDefinition = named(
  'RoleDefinition',
  'A role definition.',
  z.object({
    id: text,
    name: text,
    custom: z.boolean(),
    permissions: listOf(permission)
  })
)

const managedIdentity = named(
  'ManagedIdentity',
  'A user-assigned managed identity.',
  z.object({
    resourceId: textOrNull,
    objectId: text,
    clientId: text,
    tenantId: textOrNull
  })
)

/** Version 1 of the facts file: `Facts` as outside data. Keys that it does not name are ignored. */
export const factsSchema = z.object({
  schemaVersion: z.literal('1'),
  collectedAt: z.iso.datetime(),
  cloud,
  clusters: listOf(z.object({ id: text, answer: factOf(cluster) })),
  registries: listOf(z.object({ host: text, answer: factOf(registry) })),
  assignments: listOf(assignments),
  denyAssignments: listOf(denyAssignments),
  roleDefinitions: listOf(z.object({ key: text, answer: factOf(roleDefinition) })),
  identities: listOf(z.object({ reference: text, answer: factOf(managedIdentity) })),
  bootstrapRegistries: orElse(listOf(z.object({ registryId: text, answer: factOf(registry) })), []),
  surroundings: orElse(surroundingsSchema, nothingAround),
  coverage: listOf(z.object({ subject: text, reason }))
})

type FactsFile = z.infer<typeof factsSchema>

/** Holds schema and type together: compilation fails as soon as one can say what the other cannot. */
export const schemaIsFacts: {
  readonly read: (file: FactsFile) => Facts
  readonly write: (facts: Facts) => FactsFile
} = { read: file => file, write: facts => facts }

/** The JSON Schema (2020-12) of the facts file, for editors and other programs; published at `factsSchemaUrl`. */
export const factsJsonSchema = (): Record<string, unknown> => ({
  $id: factsSchemaUrl,
  title: 'Facts file of acr-pull-check, version 1',
  description:
    'What Azure said about clusters, registries and grants, as `acr-pull-check collect` writes it. An answer that Azure refused is here as its reason.',
  ...z.toJSONSchema(factsSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      simplify(jsonSchema)
    }
  })
})

function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  // `readonly` is a promise of our TypeScript types; in JSON Schema it would mean "the server owns this".
  delete schema.readOnly
  // Editors understand the format; the pattern beside it is a page long.
  if (schema.format !== undefined) delete schema.pattern
}

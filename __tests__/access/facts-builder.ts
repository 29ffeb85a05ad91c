import { known, type Fact } from '../../src/facts/fact.ts'
import type {
  AssignmentsAnswer,
  Cluster,
  DenyAssignment,
  DenyAssignmentsAnswer,
  Facts,
  NodePool,
  Permission,
  Registry,
  RoleAssignment,
  RoleDefinition
} from '../../src/facts/facts.ts'
import { noRelatedResources } from '../../src/facts/related-resources/index.ts'

/** Invented ids; the last digits tell them apart in messages. */
export const tenant = '2f000000-0000-4000-8000-000000000001'
export const subscription = '1e000000-0000-4000-8000-000000000001'
export const kubelet = 'a0000000-0000-4000-8000-000000000001'
export const controlPlane = 'a0000000-0000-4000-8000-000000000002'
export const group = 'a0000000-0000-4000-8000-000000000009'
export const everyone = '00000000-0000-0000-0000-000000000000'

export const subscriptionScope = `/subscriptions/${subscription}`
export const groupScope = `${subscriptionScope}/resourceGroups/rg-images`
export const registryScope = (name: string): string =>
  `${groupScope}/providers/Microsoft.ContainerRegistry/registries/${name}`
export const clusterId = `${subscriptionScope}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/aks-prod`

export const identityId = (name: string): string =>
  `${subscriptionScope}/resourceGroups/MC_rg-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`

export const identity = (name: string, objectId: string, clientId: string) => ({
  resourceId: identityId(name),
  objectId,
  clientId,
  tenantId: tenant
})

export const nodePool = (changes: Partial<NodePool> = {}): NodePool => ({
  name: 'system',
  mode: 'System',
  osType: 'Linux',
  osSku: 'Ubuntu',
  architecture: 'amd64',
  vmSize: 'Standard_D4ds_v5',
  kubernetesVersion: '1.35.6',
  nodeImageVersion: 'AKSUbuntu-2404gen2containerd-202610.20.0',
  labels: {},
  taints: [],
  spot: false,
  count: 3,
  powerState: 'Running',
  provisioningState: 'Succeeded',
  artifactStreaming: false,
  subnetId: null,
  ...changes
})

export const cluster = (changes: Partial<Cluster> = {}): Cluster => ({
  id: clusterId,
  name: 'aks-prod',
  resourceGroup: 'rg-prod',
  subscriptionId: subscription,
  location: 'westeurope',
  tenantId: tenant,
  tags: {},
  fleets: null,
  fqdn: null,
  privateFqdn: null,
  createdAt: null,
  kubernetesVersion: '1.35.6',
  nodeResourceGroup: 'MC_rg-prod',
  supportPlan: 'KubernetesOfficial',
  powerState: 'Running',
  provisioningState: 'Succeeded',
  nodeIdentity: {
    kind: 'kubelet-identity',
    objectId: kubelet,
    clientId: 'c0000000-0000-4000-8000-000000000001',
    resourceId: identityId('aks-prod-agentpool')
  },
  otherIdentities: [{ role: 'control-plane', objectId: controlPlane, name: 'aks-prod' }],
  serviceAccountPull: known({ enabled: false, defaultManagedIdentityId: null }),
  nodePools: [nodePool()],
  nodeProvisioningMode: 'Manual',
  virtualNodes: false,
  outboundType: 'loadBalancer',
  outboundIpIds: [],
  artifactSource: null,
  bootstrapRegistryId: null,
  httpProxyNoProxy: null,
  podIdentity: false,
  ...changes
})

export const registry = (changes: Partial<Registry> = {}): Registry => {
  const name = changes.name ?? 'contoso'
  return {
    id: registryScope(name),
    name,
    loginServer: `${name}.azurecr.io`,
    subscriptionId: subscription,
    tenantId: tenant,
    location: 'westeurope',
    sku: 'Premium',
    roleAssignmentMode: 'legacy',
    anonymousPull: false,
    adminUser: false,
    authenticationAsArm: true,
    publicNetworkAccess: 'Enabled',
    networkDefaultAction: 'Allow',
    networkRuleCount: 0,
    approvedPrivateEndpoints: 0,
    pendingPrivateEndpoints: 0,
    dataEndpoint: false,
    dataEndpointHosts: [],
    quarantine: false,
    provisioningState: 'Succeeded',
    status: null,
    encrypted: false,
    keyIdentity: null,
    createdAt: null,
    lastModifiedAt: null,
    ...changes
  }
}

export const permission = (changes: Partial<Permission> = {}): Permission => ({
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  condition: null,
  conditionVersion: null,
  ...changes
})

export const role = (
  key: string,
  name: string,
  ...permissions: readonly Partial<Permission>[]
): RoleDefinition => ({
  id: `/providers/Microsoft.Authorization/roleDefinitions/${key}`,
  name,
  custom: false,
  permissions: permissions.map(permission)
})

const registries = 'Microsoft.ContainerRegistry/registries'
export const pullRead = `${registries}/pull/read`
export const contentRead = `${registries}/repositories/content/read`
export const metadataRead = `${registries}/repositories/metadata/read`

/** Roles that tests assign, by a short name that is their key as well. */
export const roles = {
  pull: role('granted', 'AcrPull', { actions: [pullRead] }),
  push: role('push', 'AcrPush', { actions: [pullRead, `${registries}/push/write`] }),
  reader: role('reader', 'Reader', { actions: ['*/read'] }),
  contributor: role('contributor', 'Contributor', {
    actions: ['*'],
    notActions: ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/*/Delete']
  }),
  repositoryReader: role('repository-reader', 'Container Registry Repository Reader', {
    dataActions: [contentRead, metadataRead]
  }),
  catalogLister: role('catalog-lister', 'Container Registry Repository Catalog Lister', {
    dataActions: [`${registries}/catalog/read`]
  }),
  network: role('network', 'Network Contributor', { actions: ['Microsoft.Network/*'] })
} as const

const roleDefinitionId = (definition: RoleDefinition): string =>
  `${subscriptionScope}${definition.id}`

/** An assignment to the kubelet identity at the registry, unless changed. */
export const assignment = (
  definition: RoleDefinition,
  changes: Partial<RoleAssignment> = {}
): RoleAssignment => ({
  id: `${changes.scope ?? registryScope('contoso')}/providers/Microsoft.Authorization/roleAssignments/${definition.name}`,
  scope: registryScope('contoso'),
  roleDefinitionId: roleDefinitionId(definition),
  principalId: kubelet,
  principalType: 'ServicePrincipal',
  condition: null,
  conditionVersion: changes.condition === undefined ? null : '2.0',
  createdOn: '2025-01-01T00:00:00Z',
  updatedOn: null,
  ...changes
})

export const assigned = (
  assignments: readonly RoleAssignment[],
  changes: Partial<AssignmentsAnswer> = {}
): AssignmentsAnswer => ({
  registryId: registryScope('contoso'),
  principalId: kubelet,
  groupsResolved: true,
  answer: known(assignments),
  ...changes
})

export const deny = (changes: Partial<DenyAssignment> = {}): DenyAssignment => ({
  id: `${groupScope}/providers/Microsoft.Authorization/denyAssignments/d1`,
  name: 'locked by stack',
  scope: groupScope,
  doNotApplyToChildScopes: false,
  permissions: [permission({ actions: ['*'], dataActions: ['*'] })],
  principals: [{ id: everyone, type: 'SystemDefined' }],
  excludedPrincipals: [],
  condition: null,
  conditionVersion: null,
  ...changes
})

export const denials = (
  list: readonly DenyAssignment[],
  changes: Partial<DenyAssignmentsAnswer> = {}
): DenyAssignmentsAnswer => ({
  registryId: registryScope('contoso'),
  answer: known(list),
  reaching: [],
  ...changes
})

export type Setting = {
  readonly cluster?: Partial<Cluster>
  readonly registry?: Partial<Registry>
  /** Instead of `registry`, at the same host. */
  readonly registryAnswer?: Fact<Registry>
  /** Of the kubelet identity at the registry. */
  readonly held?: readonly RoleAssignment[]
  readonly denied?: readonly DenyAssignment[]
  /** Role definitions besides `roles`. */
  readonly definitions?: readonly RoleDefinition[]
  /** Any part of the facts, laid over all the rest. */
  readonly facts?: Partial<Facts>
}

const keyOf = ({ id }: RoleDefinition): string => id.slice(id.lastIndexOf('/') + 1)

export const definitionsOf = (definitions: readonly RoleDefinition[]) =>
  definitions.map(value => ({ key: keyOf(value), answer: known(value) }))

/** One cluster, one registry, and nothing granted: what a test does not say is healthy. */
export const factsWith = (setting: Setting = {}): Facts => {
  const target = registry(setting.registry)
  return {
    schemaVersion: '1',
    collectedAt: '2026-11-20T08:00:00.000Z',
    cloud: { name: 'AzurePublicCloud', registrySuffixes: ['azurecr.io'] },
    clusters: [{ id: clusterId, answer: known(cluster(setting.cluster)) }],
    registries: [{ host: target.loginServer, answer: setting.registryAnswer ?? known(target) }],
    assignments: [assigned(setting.held ?? [], { registryId: target.id })],
    denyAssignments: [denials(setting.denied ?? [], { registryId: target.id })],
    roleDefinitions: definitionsOf([...Object.values(roles), ...(setting.definitions ?? [])]),
    identities: [],
    bootstrapRegistries: [],
    relatedResources: noRelatedResources,
    images: [],
    coverage: [],
    ...setting.facts
  }
}

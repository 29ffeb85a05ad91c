import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { registryId } from '../emulator/arm-bodies/registry.ts'
import {
  contoso,
  managementGroupScope,
  resourceGroupScope,
  subscriptionScope
} from '../emulator/contoso.ts'
import type {
  AzureWorldData,
  ClusterData,
  PermissionData,
  RegistryData,
  RoleAssignmentData
} from '../emulator/world.ts'

/** What most scenarios are about: cluster aks-shop pulls `web` from registry contoso with its kubelet identity. */
export const cluster: ClusterData = { name: 'aks-shop' }
export const registry: RegistryData = { name: 'contoso' }
export const abacRegistry: RegistryData = {
  ...registry,
  roleAssignmentMode: 'AbacRepositoryPermissions'
}
export const web = 'contoso.azurecr.io/team/web:1.0'

export const kubelet = contoso.kubeletObjectId
export const controlPlane = contoso.controlPlaneObjectId
/** A principal that has nothing to do with the cluster of today. */
export const stranger = '60000000-0000-0000-0000-000000000001'
export const group = '70000000-0000-0000-0000-000000000001'
export const outerGroup = '70000000-0000-0000-0000-000000000002'

export const scopes = {
  root: '/',
  managementGroup: managementGroupScope(contoso.managementGroup),
  subscription: subscriptionScope(contoso.subscriptionId),
  resourceGroup: resourceGroupScope(contoso.subscriptionId, contoso.resourceGroup),
  registry: registryId(registry),
  cluster: clusterId(cluster)
}

/** The shop with a registry of the classic mode. */
export const shop: AzureWorldData = { clusters: [cluster], registries: [registry] }
/** The shop with a registry that has repository permissions. */
export const abacShop: AzureWorldData = { clusters: [cluster], registries: [abacRegistry] }

export const grant = (
  principalId: string,
  role: string,
  scope: string = scopes.registry,
  more: Partial<RoleAssignmentData> = {}
): RoleAssignmentData => ({ principalId, role, scope, ...more })

export const acrPull = grant(kubelet, 'AcrPull')
export const repositoryReader = 'Container Registry Repository Reader'

export const pullAction = 'Microsoft.ContainerRegistry/registries/pull/read'
export const contentRead = 'Microsoft.ContainerRegistry/registries/repositories/content/read'
export const metadataRead = 'Microsoft.ContainerRegistry/registries/repositories/metadata/read'
const nameAttribute = '@Request[Microsoft.ContainerRegistry/registries/repositories:name]'

/** The condition as the portal writes it: it restricts only reading of content and metadata. */
export const repositoryCondition = (expression: string): string =>
  `((!(ActionMatches{'${contentRead}'}) AND !(ActionMatches{'${metadataRead}'})) OR (${expression}))`

export const nameEquals = (name: string): string =>
  `${nameAttribute} StringEqualsIgnoreCase '${name}'`
export const nameStartsWith = (prefix: string): string =>
  `${nameAttribute} StringStartsWithIgnoreCase '${prefix}'`

/** The kubelet identity may read repositories, under this condition. */
export const conditionalReader = (condition: string, more: Partial<RoleAssignmentData> = {}) =>
  grant(kubelet, repositoryReader, scopes.registry, { condition, ...more })

export const customRoleId = '80000000-0000-0000-0000-000000000001'

/** A custom role with these permissions, assigned to the kubelet identity at the registry. */
export const customRole = (
  name: string,
  ...permissions: readonly PermissionData[]
): AzureWorldData => ({
  customRoles: [{ id: customRoleId, name, permissions }],
  roleAssignments: [grant(kubelet, customRoleId)]
})

export const everyone = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }

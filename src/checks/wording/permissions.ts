/** ARM actions that checks need answers from; docs/permissions.md says what each of them brings. */
export const readCluster = 'Microsoft.ContainerService/managedClusters/read'
export const readRegistry = 'Microsoft.ContainerRegistry/registries/read'
export const checkRegistryName = 'Microsoft.ContainerRegistry/checkNameAvailability/read'
export const readAssignments = 'Microsoft.Authorization/roleAssignments/read'
export const readDefinitions = 'Microsoft.Authorization/roleDefinitions/read'
export const readDenials = 'Microsoft.Authorization/denyAssignments/read'
export const readIdentities = 'Microsoft.ManagedIdentity/userAssignedIdentities/read'
export const readOfferedVersions = 'Microsoft.ContainerService/locations/kubernetesVersions/read'
export const readTokens = 'Microsoft.ContainerRegistry/registries/tokens/read'
export const readScopeMaps = 'Microsoft.ContainerRegistry/registries/scopeMaps/read'
export const readReplications = 'Microsoft.ContainerRegistry/registries/replications/read'
export const readCacheRules = 'Microsoft.ContainerRegistry/registries/cacheRules/read'
export const readCredentialSets = 'Microsoft.ContainerRegistry/registries/credentialSets/read'
export const readUsages = 'Microsoft.ContainerRegistry/registries/listUsages/read'
export const readSubscriptions = 'Microsoft.Resources/subscriptions/read'
export const readScaleSets = 'Microsoft.Compute/virtualMachineScaleSets/read'
export const readPublicAddresses = 'Microsoft.Network/publicIPAddresses/read'
export const readNetworks = 'Microsoft.Network/virtualNetworks/read'
export const readZoneLinks = 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read'

/** What every answer about a grant rests on. */
export const grantReads: readonly string[] = [
  readCluster,
  readRegistry,
  readAssignments,
  readDefinitions,
  readDenials
]

/** ARM actions that checks need answers from; docs/permissions.md says what each of them brings. */
export const readCluster = 'Microsoft.ContainerService/managedClusters/read'
export const readRegistry = 'Microsoft.ContainerRegistry/registries/read'
export const checkRegistryName = 'Microsoft.ContainerRegistry/checkNameAvailability/read'
export const readAssignments = 'Microsoft.Authorization/roleAssignments/read'
export const readDefinitions = 'Microsoft.Authorization/roleDefinitions/read'
export const readDenials = 'Microsoft.Authorization/denyAssignments/read'
export const readIdentities = 'Microsoft.ManagedIdentity/userAssignedIdentities/read'

/** What every answer about a grant rests on. */
export const grantReads: readonly string[] = [
  readCluster,
  readRegistry,
  readAssignments,
  readDefinitions,
  readDenials
]

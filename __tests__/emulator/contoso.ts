/** The invented company of all tests. Each GUID tells by its first digits what it is. */
export const contoso = {
  tenantId: '10000000-0000-0000-0000-000000000001',
  subscriptionId: '20000000-0000-0000-0000-000000000001',
  resourceGroup: 'rg-contoso',
  location: 'westeurope',
  managementGroup: 'mg-contoso',
  callerObjectId: '30000000-0000-0000-0000-000000000001',
  callerClientId: '31000000-0000-0000-0000-000000000001',
  /** Recognisable, because tests look for it in every output. */
  callerSecret: 'canary-client-secret-of-the-caller',
  kubeletObjectId: '40000000-0000-0000-0000-000000000001',
  kubeletClientId: '41000000-0000-0000-0000-000000000001',
  controlPlaneObjectId: '42000000-0000-0000-0000-000000000001'
} as const

/** A second tenant, for what lies beyond the caller's directory. */
export const fabrikam = {
  tenantId: '10000000-0000-0000-0000-000000000002',
  subscriptionId: '20000000-0000-0000-0000-000000000002'
} as const

export const subscriptionScope = (subscriptionId: string): string =>
  `/subscriptions/${subscriptionId}`

export const resourceGroupScope = (subscriptionId: string, resourceGroup: string): string =>
  `${subscriptionScope(subscriptionId)}/resourceGroups/${resourceGroup}`

export const managementGroupScope = (name: string): string =>
  `/providers/Microsoft.Management/managementGroups/${name}`

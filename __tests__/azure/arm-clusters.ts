/** ARM's shape of a managed cluster, with invented content; `properties` are laid over the defaults. */
export const armCluster = (properties: object = {}, rest: object = {}) => ({
  id: '/subscriptions/20000000-0000-0000-0000-000000000001/resourcegroups/rg-contoso/providers/Microsoft.ContainerService/managedClusters/aks-shop',
  name: 'aks-shop',
  type: 'Microsoft.ContainerService/ManagedClusters',
  location: 'westeurope',
  identity: {
    type: 'SystemAssigned',
    principalId: '42000000-0000-0000-0000-000000000001',
    tenantId: '10000000-0000-0000-0000-000000000001'
  },
  properties: {
    provisioningState: 'Succeeded',
    powerState: { code: 'Running' },
    kubernetesVersion: '1.35',
    currentKubernetesVersion: '1.35.6',
    nodeResourceGroup: 'MC_rg-contoso_aks-shop_westeurope',
    supportPlan: 'KubernetesOfficial',
    servicePrincipalProfile: { clientId: 'msi' },
    identityProfile: {
      kubeletidentity: {
        resourceId: '/subscriptions/2/identities/aks-shop-agentpool',
        clientId: '41000000-0000-0000-0000-000000000001',
        objectId: '40000000-0000-0000-0000-000000000001'
      }
    },
    agentPoolProfiles: [],
    ...properties
  },
  ...rest
})

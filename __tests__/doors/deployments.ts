import { registryId } from '../emulator/arm-bodies/registry.ts'
import { contoso } from '../emulator/contoso.ts'
import type { AzureWorldData } from '../emulator/world.ts'

export const clusterId = `/subscriptions/${contoso.subscriptionId}/resourceGroups/${contoso.resourceGroup}/providers/Microsoft.ContainerService/managedClusters/aks-contoso`

export const deployment = (name: string, image: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
      containers:
        - name: main
          image: ${image}
`

const acrPull = (registry: string, principalId: string = contoso.kubeletObjectId) => ({
  principalId,
  role: 'AcrPull',
  scope: registryId({ name: registry })
})

/** One cluster that may pull from contoso, and may not from contosoteam. */
export const oneGrantMissing: AzureWorldData = {
  clusters: [{ name: 'aks-contoso' }],
  registries: [{ name: 'contoso' }, { name: 'contosoteam' }],
  roleAssignments: [acrPull('contoso')]
}

export const everythingGranted: AzureWorldData = {
  ...oneGrantMissing,
  roleAssignments: [acrPull('contoso'), acrPull('contosoteam')]
}

export const twoImages = {
  'deploy/web.yaml': deployment('web', 'contoso.azurecr.io/shop/web:1'),
  'deploy/api.yaml': deployment('api', 'contosoteam.azurecr.io/shop/api:1')
}

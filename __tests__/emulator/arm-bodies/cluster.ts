import { contoso, resourceGroupScope } from '../contoso.ts'
import type { ClusterData, NodeIdentityData, NodePoolData, OtherResourceData } from '../world.ts'
import { laidOver, type JsonObject } from './json.ts'

const defaultVersion = '1.35.6'
const defaultNodeImages = {
  Linux: 'AKSUbuntu-2204gen2containerd-202610.13.0',
  Windows: 'AKSWindows-2022-containerd-gen2-20348.5499.261013'
}

export const clusterId = (cluster: ClusterData): string =>
  `${resourceGroupScope(
    cluster.subscriptionId ?? contoso.subscriptionId,
    cluster.resourceGroup ?? contoso.resourceGroup
  )}/providers/Microsoft.ContainerService/managedClusters/${cluster.name}`

/** The body of `managedClusters.get`; properties that are only in previews are left to preview versions. */
export function clusterBody(cluster: ClusterData, apiVersion: string): JsonObject {
  const preview = apiVersion.endsWith('-preview') ? (cluster.previewProperties ?? {}) : {}
  const location = cluster.location ?? contoso.location
  return {
    name: cluster.name,
    type: 'Microsoft.ContainerService/ManagedClusters',
    location,
    ...(cluster.createdAt === undefined ? {} : { systemData: { createdAt: cluster.createdAt } }),
    ...identityOf(cluster),
    sku: { name: 'Base', tier: 'Standard' },
    properties: laidOver(
      laidOver(ordinaryProperties(cluster, location), cluster.properties ?? {}),
      preview
    )
  }
}

function ordinaryProperties(cluster: ClusterData, location: string): JsonObject {
  const version = cluster.kubernetesVersion ?? defaultVersion
  return {
    provisioningState: 'Succeeded',
    powerState: { code: 'Running' },
    kubernetesVersion: version,
    currentKubernetesVersion: version,
    dnsPrefix: cluster.name,
    fqdn: `${cluster.name}-00000000.hcp.${location}.azmk8s.io`,
    nodeResourceGroup: nodeResourceGroup(cluster, location),
    enableRBAC: true,
    supportPlan: 'KubernetesOfficial',
    networkProfile: { networkPlugin: 'azure', outboundType: 'loadBalancer' },
    agentPoolProfiles: (cluster.nodePools ?? [{ name: 'system' }]).map(pool =>
      nodePoolBody(pool, version)
    ),
    addonProfiles: Object.fromEntries(
      Object.entries(cluster.addOns ?? {}).map(([name, objectId]) => [
        name,
        {
          enabled: true,
          identity: { objectId, clientId: objectId, resourceId: addOnId(cluster, location, name) }
        }
      ])
    ),
    ...pullingProperties(nodeIdentityOf(cluster), cluster, location)
  }
}

/** A cluster with managed identity says `msi` where others have the client id of their principal. */
function pullingProperties(
  identity: NodeIdentityData,
  cluster: ClusterData,
  location: string
): JsonObject {
  switch (identity.kind) {
    case 'none':
      return {}
    case 'service-principal':
      return { servicePrincipalProfile: { clientId: identity.clientId } }
    case 'managed':
      return {
        servicePrincipalProfile: { clientId: 'msi' },
        identityProfile: { kubeletidentity: kubeletIdentity(identity, cluster, location) }
      }
  }
}

const kubeletIdentity = (
  { objectId, clientId, resourceId }: Extract<NodeIdentityData, { kind: 'managed' }>,
  cluster: ClusterData,
  location: string
) => ({
  resourceId: resourceId ?? addOnId(cluster, location, `${cluster.name}-agentpool`),
  clientId: clientId ?? contoso.kubeletClientId,
  objectId
})

/** What AKS makes beside a cluster, in the resource group of its nodes: the kubelet identity, and machines that carry it. */
export function nodeResources(cluster: ClusterData): readonly OtherResourceData[] {
  const location = cluster.location ?? contoso.location
  const identity = nodeIdentityOf(cluster)
  const kubelet = identity.kind === 'managed' ? kubeletIdentity(identity, cluster, location) : null
  const group = resourceGroupScope(
    cluster.subscriptionId ?? contoso.subscriptionId,
    nodeResourceGroup(cluster, location)
  )
  const scaleSets = (cluster.nodePools ?? [{ name: 'system' }]).map(({ name }) => ({
    id: `${group}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-${name}-00000000-vmss`,
    body: {
      location,
      tags: { 'aks-managed-poolName': name },
      ...(kubelet === null
        ? {}
        : {
            identity: {
              type: 'UserAssigned',
              userAssignedIdentities: {
                [kubelet.resourceId]: {
                  principalId: kubelet.objectId,
                  clientId: kubelet.clientId
                }
              }
            }
          })
    }
  }))
  if (kubelet === null) return scaleSets
  const { resourceId, objectId, clientId } = kubelet
  const properties = {
    tenantId: cluster.tenantId ?? contoso.tenantId,
    principalId: objectId,
    clientId
  }
  return [...scaleSets, { id: resourceId, body: { location, properties } }]
}

function identityOf(cluster: ClusterData): JsonObject {
  if (nodeIdentityOf(cluster).kind === 'service-principal' || cluster.controlPlaneObjectId === null)
    return {}
  const principalId = cluster.controlPlaneObjectId ?? contoso.controlPlaneObjectId
  const tenantId = cluster.tenantId ?? contoso.tenantId
  return cluster.controlPlaneIdentityId === undefined
    ? { identity: { type: 'SystemAssigned', principalId, tenantId } }
    : {
        identity: {
          type: 'UserAssigned',
          userAssignedIdentities: {
            [cluster.controlPlaneIdentityId]: { principalId, clientId: principalId }
          }
        }
      }
}

const nodeIdentityOf = (cluster: ClusterData): NodeIdentityData =>
  cluster.nodeIdentity ?? { kind: 'managed', objectId: contoso.kubeletObjectId }

const nodeResourceGroup = (cluster: ClusterData, location: string): string =>
  `MC_${cluster.resourceGroup ?? contoso.resourceGroup}_${cluster.name}_${location}`

const addOnId = (cluster: ClusterData, location: string, name: string): string =>
  `${resourceGroupScope(
    cluster.subscriptionId ?? contoso.subscriptionId,
    nodeResourceGroup(cluster, location)
  )}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`

function nodePoolBody(pool: NodePoolData, clusterVersion: string): JsonObject {
  const osType = pool.osType ?? 'Linux'
  const version = pool.kubernetesVersion ?? clusterVersion
  const body = {
    name: pool.name,
    mode: pool.mode ?? 'System',
    type: 'VirtualMachineScaleSets',
    count: pool.count ?? 3,
    vmSize: pool.vmSize ?? 'Standard_D4s_v5',
    osType,
    osSKU: pool.osSku ?? (osType === 'Linux' ? 'Ubuntu' : 'Windows2022'),
    orchestratorVersion: version,
    currentOrchestratorVersion: version,
    nodeImageVersion: pool.nodeImageVersion ?? defaultNodeImages[osType],
    provisioningState: 'Succeeded',
    powerState: { code: 'Running' },
    ...(pool.labels === undefined ? {} : { nodeLabels: pool.labels }),
    ...(pool.taints === undefined ? {} : { nodeTaints: pool.taints }),
    ...(pool.spot === true
      ? { scaleSetPriority: 'Spot', scaleSetEvictionPolicy: 'Delete', spotMaxPrice: -1 }
      : {})
  }
  return laidOver(body, pool.properties ?? {})
}

import { contoso, resourceGroupScope } from '../emulator/contoso.ts'
import type { ClusterData, OtherResourceData, RegistryData } from '../emulator/world.ts'
import { cluster, privateEndpoint, registry } from './building-blocks.ts'

const nodeGroup = resourceGroupScope(
  contoso.subscriptionId,
  `MC_${contoso.resourceGroup}_${cluster.name}_${contoso.location}`
)
const hub = `${resourceGroupScope(contoso.subscriptionId, 'rg-hub')}/providers/Microsoft.Network`

/** The registry, answering only to these addresses and ranges. */
export const firewalled = (...values: readonly string[]): RegistryData => ({
  ...registry,
  properties: {
    networkRuleSet: {
      defaultAction: 'Deny',
      ipRules: values.map(value => ({ action: 'Allow', value }))
    }
  }
})

const addressId = (address: string): string =>
  `${nodeGroup}/providers/Microsoft.Network/publicIPAddresses/out-${address.replaceAll(/[.:]/g, '-')}`

/** The cluster, behind a load balancer of AKS with these public addresses. */
export const leavingWith = (...addresses: readonly string[]): ClusterData => ({
  ...cluster,
  properties: {
    networkProfile: {
      outboundType: 'loadBalancer',
      loadBalancerProfile: {
        effectiveOutboundIPs: addresses.map(address => ({ id: addressId(address) }))
      }
    }
  }
})

export const publicAddresses = (...addresses: readonly string[]): readonly OtherResourceData[] =>
  addresses.map(address => ({
    id: addressId(address),
    body: { properties: { ipAddress: address } }
  }))

/** The registry without public access, reached by an approved private endpoint. */
export const privateRegistry: RegistryData = {
  ...registry,
  properties: {
    publicNetworkAccess: 'Disabled',
    privateEndpointConnections: [privateEndpoint('Approved')]
  }
}

/** The network that AKS made for the cluster. */
export const nodeNetworkId = `${nodeGroup}/providers/Microsoft.Network/virtualNetworks/aks-vnet`
export const hubNetworkId = `${hub}/virtualNetworks/vnet-hub`

/** `dnsServers`: none means Azure's. */
export const nodeNetwork = (...dnsServers: readonly string[]): OtherResourceData => ({
  id: nodeNetworkId,
  body: {
    properties: {
      addressSpace: { addressPrefixes: ['10.224.0.0/12'] },
      ...(dnsServers.length === 0 ? {} : { dhcpOptions: { dnsServers } })
    }
  }
})

/** A link of the private DNS zone of registries, which is in a resource group of the hub. */
export const zoneLink = (name: string, networkId: string): OtherResourceData => ({
  id: `${hub}/privateDnsZones/privatelink.azurecr.io/virtualNetworkLinks/${name}`,
  body: {
    location: 'global',
    properties: { virtualNetwork: { id: networkId }, registrationEnabled: false }
  }
})

/** The network of the nodes, linked to that zone: the way to private endpoints is whole. */
export const linkedNetwork: readonly OtherResourceData[] = [
  nodeNetwork(),
  zoneLink('aks', nodeNetworkId)
]

/** The scale set of a node pool, with these identities and no others. */
export const scaleSet = (pool: string, ...identityIds: readonly string[]): OtherResourceData => ({
  id: `${nodeGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-${pool}-00000000-vmss`,
  body: {
    location: contoso.location,
    tags: { 'aks-managed-poolName': pool },
    identity: {
      type: 'UserAssigned',
      userAssignedIdentities: Object.fromEntries(identityIds.map(id => [id, {}]))
    }
  }
})

/** ARM id of an identity in the resource group of the nodes; AKS names that of the kubelets `<cluster>-agentpool`. */
export const nodeIdentityId = (name: string): string =>
  `${nodeGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`

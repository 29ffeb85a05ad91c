import type { Cluster } from './cluster.ts'
import type { Cloud } from './cloud.ts'
import type { Registry } from './registry.ts'

const is = (value: string | null, ...expected: readonly string[]): boolean =>
  value !== null && expected.includes(value.toLowerCase())

/** The public endpoint is off, which overrides every firewall rule ("Configure public IP network rules"). */
export const isPublicAccessDisabled = ({ publicNetworkAccess }: Registry): boolean =>
  is(publicNetworkAccess, 'disabled')

/** Azure did not say, or said something whose rules are not among the facts (such as SecuredByPerimeter). */
export const isPublicAccessUnclear = ({ publicNetworkAccess }: Registry): boolean =>
  !is(publicNetworkAccess, 'enabled', 'disabled')

/** The public endpoint answers only to the addresses of IP rules. */
export const isBehindFirewall = (registry: Registry): boolean =>
  !isPublicAccessDisabled(registry) && is(registry.networkDefaultAction, 'deny')

/** Traffic leaves by a route table of the user, as a rule to a firewall ("Customize cluster egress"). */
export const isRoutedByUser = ({ outboundType }: Cluster): boolean =>
  is(outboundType, 'userdefinedrouting')

/**
 * AKS makes no egress (`none`) or blocks it (`block`); then only the virtual network can be reached ("Customize cluster
 * egress"). With a proxy the user has made a way of his own.
 */
export const isIsolated = ({ outboundType, httpProxyNoProxy }: Cluster): boolean =>
  is(outboundType, 'none', 'block') && httpProxyNoProxy === null

/** A clause about what the nodes of an isolated cluster lack. */
export const noEgressText = ({ outboundType }: Cluster): string =>
  `with outbound type ${outboundType ?? ''} AKS gives its nodes no egress`

/** Such as `azurecr.io`: what stands behind the first label of the login server. */
const suffixOf = ({ loginServer }: Registry): string =>
  loginServer.slice(loginServer.indexOf('.') + 1)

/** Regions are written `West Europe` and `westeurope`. */
export const isSameRegion = (one: string, other: string): boolean =>
  regionKey(one) === regionKey(other)

/** One spelling of a region. */
export const regionKey = (region: string): string => region.toLowerCase().replaceAll(' ', '')

/** The zone of private endpoints ("Connect privately to a registry by using Azure Private Link"). */
export const privateZone = (registry: Registry): string => `privatelink.${suffixOf(registry)}`

const blobHosts: Readonly<Record<Cloud['name'], string>> = {
  AzurePublicCloud: '*.blob.core.windows.net',
  AzureUSGovernment: '*.blob.core.usgovcloudapi.net',
  AzureChinaCloud: '*.blob.core.chinacloudapi.cn',
  custom: 'the blob storage of this cloud'
}

/**
 * Hosts that serve the registry's layers. A private endpoint switches data endpoints on; ARM lists those of all regions, and
 * where it does not, the one of the home region is sure ("Dedicated data endpoints").
 */
export function layerHosts(registry: Registry, cloud: Cloud): readonly string[] {
  if (registry.dataEndpointHosts.length > 0) return registry.dataEndpointHosts
  if (!registry.dataEndpoint && registry.approvedPrivateEndpoints === 0)
    return [blobHosts[cloud.name]]
  const [name = registry.name] = registry.loginServer.split('.', 1)
  return [`${name}.${registry.location}.data.${suffixOf(registry)}`]
}

/** Subnets of the nodes (ARM ids); empty in the network that AKS made itself. */
export const subnetsOf = (cluster: Cluster): readonly string[] => [
  ...new Set(cluster.nodePools.flatMap(({ subnetId }) => subnetId ?? []))
]

/** Virtual networks of the nodes (ARM ids). */
export const networksOf = (cluster: Cluster): readonly string[] => [
  ...new Set(subnetsOf(cluster).map(id => id.replace(/\/subnets\/[^/]+$/i, '')))
]

import { readerRole } from '../../scripts/docs/permissions-page.ts'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { identityId } from '../emulator/cloud-state.ts'
import { registryId } from '../emulator/arm-bodies/registry.ts'
import {
  contoso,
  managementGroupScope,
  resourceGroupScope,
  subscriptionScope
} from '../emulator/contoso.ts'
import type {
  AzureWorldData,
  CallerData,
  ClusterData,
  DenyAssignmentData,
  IdentityData,
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
export const second: RegistryData = { name: 'contoso2' }
export const web = 'contoso.azurecr.io/team/web:1.0'

export const kubelet = contoso.kubeletObjectId
export const controlPlane = contoso.controlPlaneObjectId
export const secondKubelet = '40000000-0000-0000-0000-000000000002'
export const secondCluster: ClusterData = {
  name: 'aks-two',
  nodeIdentity: { kind: 'managed', objectId: secondKubelet }
}
/** Object id of the principal of `principalCluster`, which Azure Resource Manager does not tell. */
export const principal = '61000000-0000-0000-0000-000000000001'
export const principalClientId = '62000000-0000-0000-0000-000000000001'
export const principalCluster: ClusterData = {
  ...cluster,
  nodeIdentity: { kind: 'service-principal', clientId: principalClientId },
  controlPlaneObjectId: null
}
/** A user-assigned identity that service accounts may pull with. */
export const identity: IdentityData = {
  name: 'id-pull',
  objectId: '43000000-0000-0000-0000-000000000001',
  clientId: '44000000-0000-0000-0000-000000000001'
}

/** What AKS made for the nodes of `cluster`. */
export const kubeletIdentity: IdentityData = {
  name: 'aks-shop-agentpool',
  resourceGroup: `MC_${contoso.resourceGroup}_aks-shop_${contoso.location}`,
  objectId: kubelet,
  clientId: contoso.kubeletClientId
}

/** A cluster whose service accounts pull (preview): with the identity that they name, else with this one; `identity` is bound to it. */
export const accountPullCluster = (defaultManagedIdentityId: string | null): ClusterData => ({
  ...cluster,
  identityBindings: [
    {
      name: 'pull',
      objectId: identity.objectId,
      clientId: identity.clientId,
      resourceId: identityId(identity)
    }
  ],
  previewProperties: {
    securityProfile: { serviceAccountImagePullProfile: { enabled: true, defaultManagedIdentityId } }
  }
})
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

type Denial = Omit<DenyAssignmentData, 'id' | 'name'>

export const denial = (deny: Denial): DenyAssignmentData => ({
  id: '90000000-0000-0000-0000-000000000001',
  name: 'Contoso lock',
  ...deny
})

export const everyone = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }

/** The actions of the role that the documentation gives to the identity which runs the check. */
export const leastPrivilege: readonly string[] = readerRole.Actions

/** A caller with that role for everything, one action taken out. */
export const callerWithout = (action: string): CallerData => ({
  permissions: [{ actions: leastPrivilege.filter(other => other !== action) }]
})

/** A token of the registry by the name of `deploy`, that may pull these repositories until then; null: for ever. */
export const deployToken = (
  repositories: readonly string[],
  expiry: string | null = null,
  status: 'enabled' | 'disabled' = 'enabled'
): RegistryData => ({
  ...registry,
  children: {
    tokens: {
      deploy: {
        status,
        scopeMapId: `${scopes.registry}/scopeMaps/deploy-map`,
        credentials: {
          passwords: [{ name: 'password1', ...(expiry === null ? {} : { expiry }) }]
        },
        provisioningState: 'Succeeded'
      }
    },
    scopeMaps: {
      'deploy-map': {
        type: 'UserDefined',
        actions: repositories.flatMap(repository => [
          `repositories/${repository}/content/read`,
          `repositories/${repository}/metadata/read`
        ]),
        provisioningState: 'Succeeded'
      }
    }
  }
})

/** A private endpoint of a registry, in this state of approval. */
export const privateEndpoint = (status: 'Approved' | 'Pending') => ({
  id: `${scopes.registry}/privateEndpointConnections/one`,
  name: 'one',
  properties: { privateLinkServiceConnectionState: { status }, provisioningState: 'Succeeded' }
})

/** The registry with regional endpoints switched on (preview), at these regions; null: off. */
export const withRegionalEndpoints = (
  data: RegistryData,
  regions: readonly string[] | null
): RegistryData => ({
  ...data,
  previewProperties: {
    regionalEndpoints: regions === null ? 'Disabled' : 'Enabled',
    regionalEndpointHostNames: (regions ?? []).map(
      region => `${data.name}.${region}.geo.azurecr.io`
    )
  }
})

/** The registry with a replica in each of these regions, healthy as far as its ARM `properties` do not say otherwise. */
export const replicated = (
  replicas: Readonly<Record<string, Record<string, unknown>>>
): RegistryData => ({
  ...withRegionalEndpoints(registry, Object.keys(replicas)),
  children: {
    replications: Object.fromEntries(
      Object.entries(replicas).map(([region, properties]) => [
        region,
        {
          provisioningState: 'Succeeded',
          regionEndpointEnabled: true,
          status: { displayStatus: 'Ready' },
          ...properties
        }
      ])
    )
  }
})

/** The image `web` at the regional endpoint of East US, where no cluster is. */
export const webInEastUs = 'contoso.eastus.geo.azurecr.io/team/web:1.0'

/** Properties of a cache rule; `credentialSet` by name. */
export const cacheRule = (source: string, target: string, credentialSet: string | null = null) => ({
  sourceRepository: source,
  targetRepository: target,
  ...(credentialSet === null
    ? {}
    : { credentialSetResourceId: `${scopes.registry}/credentialSets/${credentialSet}` }),
  provisioningState: 'Succeeded'
})

/** Properties of a credential set of Docker Hub, with what the registry found out about it. */
export const hubCredentials = (credentialHealth: Readonly<Record<string, unknown>>) => ({
  loginServer: 'docker.io',
  authCredentials: [{ name: 'Credential1', credentialHealth }],
  provisioningState: 'Succeeded'
})

/** Images of Docker Hub as the registry caches them. */
export const cachedNginx = 'contoso.azurecr.io/hub/library/nginx:1.29'

/** A cluster without egress, whose nodes take mcr.microsoft.com from the registry. */
export const mirroredCluster: ClusterData = {
  ...cluster,
  properties: {
    networkProfile: { outboundType: 'none' },
    bootstrapProfile: { artifactSource: 'Cache', containerRegistryId: scopes.registry }
  }
}
export const microsoftImage = 'mcr.microsoft.com/dotnet/aspnet:9.0'

/** The registry as AKS demands it of a mirror. */
export const mirror: RegistryData = {
  ...registry,
  properties: {
    publicNetworkAccess: 'Disabled',
    privateEndpointConnections: [privateEndpoint('Approved')]
  },
  children: {
    cacheRules: { 'aks-managed-mcr': cacheRule('mcr.microsoft.com/*', 'aks-managed-repository/*') }
  }
}

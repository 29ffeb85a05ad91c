import { contoso, resourceGroupScope } from '../contoso.ts'
import type { RegistryData } from '../world.ts'
import { laidOver, type JsonObject } from './json.ts'

/** The first api-version whose registry bodies hold `roleAssignmentMode`. */
const roleAssignmentModeSince = '2025-03-01-preview'

export const registryId = (registry: RegistryData): string =>
  `${resourceGroupScope(
    registry.subscriptionId ?? contoso.subscriptionId,
    registry.resourceGroup ?? contoso.resourceGroup
  )}/providers/Microsoft.ContainerRegistry/registries/${registry.name}`

export const loginServerOf = (registry: RegistryData): string =>
  registry.loginServer ?? `${registry.name.toLowerCase()}.azurecr.io`

/** The body of `registries.get`. `lastModifiedAt` is ready text, because bodies know no clock. */
export function registryBody(
  registry: RegistryData,
  apiVersion: string,
  lastModifiedAt: string
): JsonObject {
  const sku = registry.sku ?? 'Premium'
  return {
    name: registry.name,
    type: 'Microsoft.ContainerRegistry/registries',
    location: registry.location ?? contoso.location,
    tags: {},
    sku: { name: sku, tier: sku },
    systemData: {
      createdAt: '2025-01-10T08:00:00Z',
      createdByType: 'User',
      lastModifiedAt,
      lastModifiedByType: 'User'
    },
    properties: laidOver(
      laidOver(ordinaryProperties(registry, sku, apiVersion), registry.properties ?? {}),
      apiVersion.endsWith('-preview') ? (registry.previewProperties ?? {}) : {}
    )
  }
}

function ordinaryProperties(registry: RegistryData, sku: string, apiVersion: string): JsonObject {
  const mode =
    registry.roleAssignmentMode === undefined
      ? 'LegacyRegistryPermissions'
      : registry.roleAssignmentMode
  return {
    loginServer: loginServerOf(registry),
    creationDate: '2025-01-10T08:00:00Z',
    provisioningState: 'Succeeded',
    adminUserEnabled: registry.adminUser ?? false,
    anonymousPullEnabled: registry.anonymousPull ?? false,
    publicNetworkAccess: 'Enabled',
    networkRuleBypassOptions: 'AzureServices',
    dataEndpointEnabled: false,
    dataEndpointHostNames: [],
    privateEndpointConnections: [],
    zoneRedundancy: 'Disabled',
    policies: {
      quarantinePolicy: { status: 'disabled' },
      trustPolicy: { type: 'Notary', status: 'disabled' },
      retentionPolicy: { days: 7, status: 'disabled' },
      exportPolicy: { status: 'enabled' },
      azureADAuthenticationAsArmPolicy: { status: 'enabled' }
    },
    ...(sku === 'Basic' ? {} : { networkRuleSet: { defaultAction: 'Allow', ipRules: [] } }),
    ...(mode !== null && apiVersion >= roleAssignmentModeSince ? { roleAssignmentMode: mode } : {})
  }
}

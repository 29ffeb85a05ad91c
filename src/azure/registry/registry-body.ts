import * as z from 'zod/mini'
import type { KeyIdentity, Registry, RoleAssignmentMode } from '../../facts/facts.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { parseResourceId } from '../../base/resource-id.ts'

const text = z.nullish(z.string())
const flag = z.nullish(z.boolean())
const policy = z.nullish(z.object({ status: text }))

const registryBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  sku: z.nullish(z.object({ name: text })),
  identity: z.nullish(
    z.object({
      userAssignedIdentities: z.nullish(
        z.record(z.string(), z.nullish(z.object({ clientId: text })))
      )
    })
  ),
  systemData: z.nullish(z.object({ createdAt: text, lastModifiedAt: text })),
  properties: z.object({
    loginServer: z.string(),
    creationDate: text,
    provisioningState: text,
    status: z.nullish(z.object({ displayStatus: text })),
    roleAssignmentMode: text,
    anonymousPullEnabled: flag,
    adminUserEnabled: flag,
    publicNetworkAccess: text,
    networkRuleSet: z.nullish(
      z.object({ defaultAction: text, ipRules: z.nullish(z.array(z.unknown())) })
    ),
    privateEndpointConnections: z.nullish(
      z.array(
        z.object({
          properties: z.nullish(
            z.object({ privateLinkServiceConnectionState: z.nullish(z.object({ status: text })) })
          )
        })
      )
    ),
    dataEndpointEnabled: flag,
    dataEndpointHostNames: z.nullish(z.array(z.string())),
    policies: z.nullish(
      z.object({ quarantinePolicy: policy, azureADAuthenticationAsArmPolicy: policy })
    ),
    encryption: z.nullish(
      z.object({ status: text, keyVaultProperties: z.nullish(z.object({ identity: text })) })
    )
  })
})

type Body = z.infer<typeof registryBody>

/** Any other value, or none, stays unknown: reading it as legacy would believe roles that ABAC ignores. */
const modes: Readonly<Record<string, RoleAssignmentMode>> = {
  legacyregistrypermissions: 'legacy',
  abacrepositorypermissions: 'abac'
}

/** A registry's ARM body (`Microsoft.ContainerRegistry/registries`, 2025-11-01) in our words. */
export function registryFrom(json: unknown, tenantId: string | null): Registry {
  const body = registryBody.parse(json)
  const { id, name, location, sku, systemData, properties } = body
  const parts = parseResourceId(id)
  if (parts === null) throw new UntrustedAnswerError('its id is no ARM id of a registry')
  return {
    id,
    name,
    loginServer: properties.loginServer.toLowerCase(),
    subscriptionId: parts.subscriptionId,
    tenantId,
    location,
    sku: sku?.name ?? null,
    roleAssignmentMode: modes[(properties.roleAssignmentMode ?? '').toLowerCase()] ?? null,
    anonymousPull: properties.anonymousPullEnabled ?? null,
    adminUser: properties.adminUserEnabled ?? null,
    authenticationAsArm: !is(
      'disabled',
      properties.policies?.azureADAuthenticationAsArmPolicy?.status
    ),
    publicNetworkAccess: properties.publicNetworkAccess ?? null,
    networkDefaultAction: properties.networkRuleSet?.defaultAction ?? null,
    networkRuleCount: properties.networkRuleSet?.ipRules?.length ?? null,
    approvedPrivateEndpoints: privateEndpoints(body, 'approved'),
    pendingPrivateEndpoints: privateEndpoints(body, 'pending'),
    dataEndpoint: properties.dataEndpointEnabled ?? false,
    dataEndpointHosts: properties.dataEndpointHostNames ?? [],
    quarantine: is('enabled', properties.policies?.quarantinePolicy?.status),
    provisioningState: properties.provisioningState ?? null,
    status: properties.status?.displayStatus ?? null,
    encrypted: is('enabled', properties.encryption?.status),
    keyIdentity: keyIdentity(body),
    createdAt: systemData?.createdAt ?? properties.creationDate ?? null,
    lastModifiedAt: systemData?.lastModifiedAt ?? null
  }
}

const is = (expected: string, value: string | null | undefined): boolean =>
  value?.toLowerCase() === expected

const privateEndpoints = ({ properties }: Body, status: string): number =>
  (properties.privateEndpointConnections ?? []).filter(endpoint =>
    is(status, endpoint.properties?.privateLinkServiceConnectionState?.status)
  ).length

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The identity is named by its client id; the registry's own identity is not named so. Where ARM does not tell the
 * client id of every assigned identity, the wanted one may be among them.
 */
function keyIdentity({ identity, properties }: Body): KeyIdentity | null {
  const clientId = properties.encryption?.keyVaultProperties?.identity ?? ''
  if (!is('enabled', properties.encryption?.status) || !guid.test(clientId)) return null
  const identities = Object.values(identity?.userAssignedIdentities ?? {})
  const assigned = identities.some(
    each => each?.clientId == null || is(clientId.toLowerCase(), each.clientId)
  )
  return { clientId, assigned }
}

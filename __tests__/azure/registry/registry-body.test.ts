import { describe, expect, test } from '@jest/globals'
import { registryFrom } from '../../../src/azure/registry/registry-body.ts'
import type { Registry } from '../../../src/facts/facts.ts'

const id =
  '/subscriptions/20000000-0000-0000-0000-000000000001/resourceGroups/rg-contoso/providers/Microsoft.ContainerRegistry/registries/contoso'

/** ARM's shape of a registry, with invented content. */
const armRegistry = (properties: object = {}, rest: object = {}) => ({
  id,
  name: 'contoso',
  location: 'westeurope',
  sku: { name: 'Premium', tier: 'Premium' },
  systemData: { createdAt: '2025-01-10T08:00:00Z', lastModifiedAt: '2025-02-01T08:00:00Z' },
  properties: {
    loginServer: 'Contoso.azurecr.io',
    creationDate: '2025-01-10T08:00:01Z',
    provisioningState: 'Succeeded',
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    roleAssignmentMode: 'LegacyRegistryPermissions',
    publicNetworkAccess: 'Enabled',
    networkRuleSet: { defaultAction: 'Allow', ipRules: [{ action: 'Allow', value: '192.0.2.1' }] },
    ...properties
  },
  ...rest
})

test('a healthy registry, without its IP rules', () => {
  expect(registryFrom(armRegistry(), 'tenant-1')).toEqual({
    id,
    name: 'contoso',
    loginServer: 'contoso.azurecr.io',
    subscriptionId: '20000000-0000-0000-0000-000000000001',
    tenantId: 'tenant-1',
    location: 'westeurope',
    sku: 'Premium',
    roleAssignmentMode: 'legacy',
    anonymousPull: false,
    adminUser: false,
    authenticationAsArm: true,
    publicNetworkAccess: 'Enabled',
    networkDefaultAction: 'Allow',
    networkRuleCount: 1,
    approvedPrivateEndpoints: 0,
    pendingPrivateEndpoints: 0,
    dataEndpoint: false,
    dataEndpointHosts: [],
    quarantine: false,
    provisioningState: 'Succeeded',
    status: null,
    encrypted: false,
    keyIdentity: null,
    createdAt: '2025-01-10T08:00:00Z',
    lastModifiedAt: '2025-02-01T08:00:00Z'
  })
})

describe('role assignment mode', () => {
  test.each([
    ['LegacyRegistryPermissions', 'legacy'],
    ['legacyregistrypermissions', 'legacy'],
    ['AbacRepositoryPermissions', 'abac'],
    ['SomethingNew', null],
    ['', null],
    [null, null],
    [undefined, null]
  ])('%s is %s', (roleAssignmentMode, expected) => {
    expect(registryFrom(armRegistry({ roleAssignmentMode }), null).roleAssignmentMode).toBe(
      expected
    )
  })
})

describe('properties', () => {
  const connection = (status: string) => ({
    properties: { privateLinkServiceConnectionState: { status } }
  })
  const rows: [string, object, Partial<Registry>][] = [
    [
      'anonymous pull that is not told',
      { anonymousPullEnabled: undefined },
      { anonymousPull: null }
    ],
    [
      'tokens for ARM refused',
      { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } },
      { authenticationAsArm: false }
    ],
    ['quarantine', { policies: { quarantinePolicy: { status: 'enabled' } } }, { quarantine: true }],
    [
      'Basic registries have no network rules',
      { networkRuleSet: undefined },
      { networkDefaultAction: null, networkRuleCount: null }
    ],
    [
      'private endpoints count as approved or pending',
      {
        privateEndpointConnections: [
          connection('Approved'),
          connection('Pending'),
          { properties: {} }
        ]
      },
      { approvedPrivateEndpoints: 1, pendingPrivateEndpoints: 1 }
    ],
    [
      'data endpoints',
      { dataEndpointEnabled: true, dataEndpointHostNames: ['contoso.westeurope.data.azurecr.io'] },
      { dataEndpoint: true, dataEndpointHosts: ['contoso.westeurope.data.azurecr.io'] }
    ],
    ['own keys', { encryption: { status: 'enabled' } }, { encrypted: true }],
    ['a status', { status: { displayStatus: 'Ready', message: 'x' } }, { status: 'Ready' }]
  ]
  test.each(rows)('%s', (_name, properties, expected) => {
    expect(registryFrom(armRegistry(properties), null)).toMatchObject(expected)
  })

  test('without system data the creation date counts', () => {
    expect(registryFrom(armRegistry({}, { systemData: null, sku: null }), null)).toMatchObject({
      createdAt: '2025-01-10T08:00:01Z',
      lastModifiedAt: null,
      sku: null
    })
  })
})

describe('the identity that reads the key', () => {
  const clientId = '45000000-0000-0000-0000-000000000001'
  const encrypted = (identity: string | null, status = 'enabled') => ({
    encryption: { status, keyVaultProperties: { keyIdentifier: 'https://x', identity } }
  })
  const assigned = (...clientIds: readonly (string | null)[]) => ({
    identity: {
      type: 'UserAssigned',
      userAssignedIdentities: Object.fromEntries(
        clientIds.map((id, index) => [`/id/${index}`, { clientId: id, principalId: 'p' }])
      )
    }
  })
  const rows: [string, object, object, Registry['keyIdentity']][] = [
    [
      'is assigned to the registry, in any case of letters',
      encrypted('45000000-0000-0000-0000-00000000ABCD'),
      assigned('45000000-0000-0000-0000-00000000abcd'),
      { clientId: '45000000-0000-0000-0000-00000000ABCD', assigned: true }
    ],
    [
      'is not assigned any more beside another',
      encrypted(clientId),
      assigned('46000000-0000-0000-0000-000000000001'),
      { clientId, assigned: false }
    ],
    ['is not assigned at all', encrypted(clientId), {}, { clientId, assigned: false }],
    [
      'may be one whose client id is not told',
      encrypted(clientId),
      assigned(null),
      { clientId, assigned: true }
    ],
    ["is the registry's own", encrypted(null), {}, null],
    ["is the registry's own, spelt out", encrypted('system'), {}, null],
    ['does not matter without encryption', encrypted(clientId, 'disabled'), {}, null]
  ]
  test.each(rows)('%s', (_name, properties, rest, expected) => {
    expect(registryFrom(armRegistry(properties, rest), null).keyIdentity).toEqual(expected)
  })
})

test.each([
  ['no login server', armRegistry({ loginServer: null })],
  ['an id that is none', armRegistry({}, { id: 'contoso' })],
  ['half a switch', armRegistry({ anonymousPullEnabled: 'true' })]
])('a body with %s is refused', (_name, body) => {
  expect(() => registryFrom(body, null)).toThrow()
})

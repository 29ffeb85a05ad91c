import { describe, expect, test } from '@jest/globals'
import { clusterFrom } from '../../../src/azure/cluster/cluster-body.ts'
import type { Cluster } from '../../../src/facts/facts.ts'
import { armCluster } from '../arm-clusters.ts'

const seen = { kubeletObjectId: null, showsServiceAccountPull: true }

test('a healthy cluster', () => {
  expect(clusterFrom(armCluster(), seen)).toEqual({
    id: '/subscriptions/20000000-0000-0000-0000-000000000001/resourcegroups/rg-contoso/providers/Microsoft.ContainerService/managedClusters/aks-shop',
    name: 'aks-shop',
    resourceGroup: 'rg-contoso',
    subscriptionId: '20000000-0000-0000-0000-000000000001',
    location: 'westeurope',
    tenantId: '10000000-0000-0000-0000-000000000001',
    createdAt: null,
    kubernetesVersion: '1.35.6',
    nodeResourceGroup: 'MC_rg-contoso_aks-shop_westeurope',
    supportPlan: 'KubernetesOfficial',
    powerState: 'Running',
    provisioningState: 'Succeeded',
    nodeIdentity: {
      kind: 'kubelet-identity',
      objectId: '40000000-0000-0000-0000-000000000001',
      clientId: '41000000-0000-0000-0000-000000000001',
      resourceId: '/subscriptions/2/identities/aks-shop-agentpool'
    },
    otherIdentities: [
      {
        role: 'control-plane',
        objectId: '42000000-0000-0000-0000-000000000001',
        name: 'aks-shop'
      }
    ],
    serviceAccountPull: { known: true, value: { enabled: false, defaultManagedIdentityId: null } },
    nodePools: [],
    nodeProvisioningMode: null,
    virtualNodes: false,
    outboundType: null,
    outboundIpIds: [],
    artifactSource: null,
    bootstrapRegistryId: null,
    httpProxyNoProxy: null,
    podIdentity: false,
    fleets: null,
    fqdn: null,
    privateFqdn: null,
    tags: {}
  })
})

describe('what the nodes pull with', () => {
  const application = { clientId: '43000000-0000-0000-0000-000000000001' }
  const principal = { servicePrincipalProfile: application, identityProfile: null }

  test('a service principal without object id names the option that gives it', () => {
    expect(clusterFrom(armCluster(principal), seen).nodeIdentity).toMatchObject({
      kind: 'service-principal',
      clientId: application.clientId,
      objectId: {
        known: false,
        reason: { message: expect.stringContaining('--kubelet-object-id') }
      }
    })
  })

  test.each([
    ['neither identity nor principal', { identityProfile: null, servicePrincipalProfile: null }],
    ['a managed identity that ARM does not show', { identityProfile: {} }]
  ])('%s is none', (_name, properties) => {
    expect(clusterFrom(armCluster(properties), seen).nodeIdentity).toEqual({ kind: 'none' })
  })
})

describe('identities that do not pull', () => {
  test('a user-assigned control plane is named by its ARM id and tells no tenant', () => {
    const identity = {
      type: 'UserAssigned',
      userAssignedIdentities: { '/id/control': { principalId: 'oid-1', clientId: 'c' } }
    }
    const cluster = clusterFrom(armCluster({}, { identity }), seen)
    expect([cluster.tenantId, cluster.otherIdentities]).toEqual([
      null,
      [{ role: 'control-plane', objectId: 'oid-1', name: '/id/control' }]
    ])
  })

  test('add-ons and the ingress are listed, add-ons without identity are not', () => {
    const cluster = clusterFrom(
      armCluster({
        addonProfiles: {
          omsagent: { enabled: true, identity: { objectId: 'oid-2' } },
          azurepolicy: { enabled: false },
          broken: null
        },
        ingressProfile: { webAppRouting: { identity: { objectId: 'oid-3' } } }
      }),
      seen
    )
    expect(cluster.otherIdentities.slice(1)).toEqual([
      { role: 'add-on', objectId: 'oid-2', name: 'omsagent' },
      { role: 'add-on', objectId: 'oid-3', name: 'webAppRouting' }
    ])
  })
})

describe('service account image pull', () => {
  const on = { enabled: true, defaultManagedIdentityId: '/id/pull' }
  const value = { known: true, value: on }
  test.each([
    [
      'under securityProfile',
      { securityProfile: { serviceAccountImagePullProfile: on } },
      seen,
      value
    ],
    ['directly under properties', { serviceAccountImagePullProfile: on }, seen, value],
    [
      'in a version that does not promise it',
      { securityProfile: { serviceAccountImagePullProfile: on } },
      { ...seen, showsServiceAccountPull: false },
      value
    ],
    [
      'absent from a version that would not show it',
      {},
      { ...seen, showsServiceAccountPull: false },
      { known: false, reason: { code: 'unexpected-answer' } }
    ]
  ])('%s', (_name, properties, circumstances, expected) => {
    expect(clusterFrom(armCluster(properties), circumstances).serviceAccountPull).toMatchObject(
      expected
    )
  })
})

describe('other properties', () => {
  const rows: [string, object, Partial<Cluster>][] = [
    [
      'virtual nodes',
      { addonProfiles: { ACIConnectorLinux: { enabled: true } } },
      { virtualNodes: true }
    ],
    [
      'virtual nodes switched off',
      { addonProfiles: { aciConnectorLinux: { enabled: false } } },
      { virtualNodes: false }
    ],
    ['Karpenter', { nodeProvisioningProfile: { mode: 'Auto' } }, { nodeProvisioningMode: 'Auto' }],
    [
      'a network-isolated cluster',
      {
        networkProfile: { outboundType: 'none' },
        bootstrapProfile: { artifactSource: 'Cache', containerRegistryId: '/id/cache' }
      },
      { outboundType: 'none', artifactSource: 'Cache', bootstrapRegistryId: '/id/cache' }
    ],
    [
      'the addresses of a load balancer',
      {
        networkProfile: {
          outboundType: 'loadBalancer',
          loadBalancerProfile: {
            effectiveOutboundIPs: [{ id: '/id/ip-1' }, {}, { id: '/id/ip-2' }]
          }
        }
      },
      { outboundIpIds: ['/id/ip-1', '/id/ip-2'] }
    ],
    [
      'the addresses of a NAT gateway',
      {
        networkProfile: {
          outboundType: 'managedNATGateway',
          loadBalancerProfile: null,
          natGatewayProfile: { effectiveOutboundIPs: [{ id: '/id/ip-3' }] }
        }
      },
      { outboundType: 'managedNATGateway', outboundIpIds: ['/id/ip-3'] }
    ],
    [
      'a proxy with exceptions',
      { httpProxyConfig: { httpProxy: 'http://proxy', noProxy: ['localhost'] } },
      { httpProxyNoProxy: ['localhost'] }
    ],
    [
      'a proxy without exceptions',
      { httpProxyConfig: { httpProxy: 'http://proxy' } },
      { httpProxyNoProxy: [] }
    ],
    [
      'a proxy switched off',
      { httpProxyConfig: { enabled: false, noProxy: ['x'] } },
      { httpProxyNoProxy: null }
    ],
    ['pod identity', { podIdentityProfile: { enabled: true } }, { podIdentity: true }],
    ['a stopped cluster', { powerState: { code: 'Stopped' } }, { powerState: 'Stopped' }],
    [
      'an old API version without the current patch',
      { currentKubernetesVersion: undefined },
      { kubernetesVersion: '1.35' }
    ]
  ]
  test.each(rows)('%s', (_name, properties, expected) => {
    expect(clusterFrom(armCluster(properties), seen)).toMatchObject(expected)
  })
})

describe('a body of another shape is refused', () => {
  test.each([
    ['nothing', undefined],
    ['an error page', '<html>'],
    ['no properties', { id: 'x', name: 'x', location: 'x' }],
    ['pools that are no list', armCluster({ agentPoolProfiles: {} })],
    ['an id that is none', armCluster({}, { id: 'aks-shop' })]
  ])('%s', (_name, body) => {
    expect(() => clusterFrom(body, seen)).toThrow()
  })
})

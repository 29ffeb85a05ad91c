import { describe, expect, test } from '@jest/globals'
import type {
  RelatedResourceQuestion,
  RelatedResources
} from '../../src/facts/related-resources/index.ts'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { registryId } from '../emulator/arm-bodies/registry.ts'
import { contoso, resourceGroupScope } from '../emulator/contoso.ts'
import type { AzureWorldData } from '../emulator/world.ts'
import { collectFrom } from './loopback.ts'

const shop = clusterId({ name: 'aks-shop' })
const registry = registryId({ name: 'contoso' })
const group = resourceGroupScope(contoso.subscriptionId, contoso.resourceGroup)
const nodeGroup = resourceGroupScope(
  contoso.subscriptionId,
  `MC_${contoso.resourceGroup}_aks-shop_${contoso.location}`
)
const kubeletIdentity = `${nodeGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/aks-shop-agentpool`
const address = `${nodeGroup}/providers/Microsoft.Network/publicIPAddresses/out`
const secondAddress = `${nodeGroup}/providers/Microsoft.Network/publicIPAddresses/out-2`
const network = `${nodeGroup}/providers/Microsoft.Network/virtualNetworks/aks-vnet`
const zone = `${group}/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io`

const world: AzureWorldData = {
  clusters: [
    {
      name: 'aks-shop',
      nodePools: [{ name: 'system' }, { name: 'apps' }],
      identityBindings: [
        { name: 'pull', objectId: 'pull-object', clientId: 'pull-client', resourceId: '/pull' }
      ],
      properties: {
        networkProfile: {
          outboundType: 'loadBalancer',
          loadBalancerProfile: {
            effectiveOutboundIPs: [{ id: address }, { id: secondAddress }]
          }
        }
      }
    }
  ],
  registries: [
    {
      name: 'contoso',
      previewProperties: {
        regionalEndpoints: 'Enabled',
        regionalEndpointHostNames: ['Contoso.westeurope.geo.azurecr.io']
      },
      properties: {
        networkRuleSet: {
          defaultAction: 'Deny',
          ipRules: [
            { action: 'Allow', value: '20.1.0.0/16' },
            { action: 'Allow', value: '20.9.9.9' }
          ]
        }
      },
      children: {
        tokens: {
          deploy: {
            status: 'enabled',
            scopeMapId: `${registry}/scopeMaps/deploy-map`,
            credentials: {
              passwords: [
                { name: 'password1', expiry: '2026-12-01T00:00:00Z' },
                { name: 'password2' }
              ]
            }
          },
          bare: { status: 'disabled', scopeMapId: `${registry}/scopeMaps/gone` }
        },
        scopeMaps: { 'deploy-map': { actions: ['repositories/team/web/content/read'] } },
        cacheRules: {
          hub: {
            sourceRepository: 'docker.io/library/*',
            targetRepository: 'hub/*',
            credentialSetResourceId: `${registry}/credentialSets/hub`
          },
          microsoft: { sourceRepository: 'mcr.microsoft.com/*', targetRepository: 'mcr/*' }
        },
        credentialSets: {
          hub: {
            authCredentials: [
              {
                name: 'Credential1',
                credentialHealth: { status: 'Unhealthy', errorMessage: 'the secret has expired' }
              }
            ]
          }
        }
      }
    }
  ],
  kubernetesVersions: [
    { version: '1.36', supportPlans: ['KubernetesOfficial'], patches: ['1.36.2'] },
    { version: '1.37', supportPlans: ['KubernetesOfficial'], patches: ['1.37.0'], isPreview: true }
  ],
  otherResources: [
    { id: address, body: { properties: { ipAddress: '20.1.2.3' } } },
    { id: secondAddress, body: { properties: { ipAddress: '20.2.2.3' } } },
    { id: network, body: { properties: { dhcpOptions: { dnsServers: ['10.0.0.4'] } } } },
    {
      id: `${zone}/virtualNetworkLinks/aks`,
      body: { properties: { virtualNetwork: { id: network } } }
    }
  ]
}

async function answersTo(
  question: RelatedResourceQuestion,
  changes: Partial<AzureWorldData> = {}
): Promise<RelatedResources> {
  const { facts } = await collectFrom({
    world: { ...world, ...changes },
    request: { clusters: [shop], registryHosts: ['contoso.azurecr.io'] },
    questions: [question]
  })
  return facts.relatedResources
}

const unreadable = (what: string) => ({
  known: false,
  reason: { code: 'forbidden', message: expect.stringContaining(what) }
})

const rows: readonly (readonly [string, RelatedResourceQuestion, object])[] = [
  [
    'a token with its scope map',
    { kind: 'tokens', registryId: registry, name: 'deploy' },
    {
      tokens: [
        {
          name: 'deploy',
          answer: {
            value: {
              enabled: true,
              passwordExpiries: ['2026-12-01T00:00:00Z', null],
              scopeMap: 'deploy-map',
              actions: { value: ['repositories/team/web/content/read'] }
            }
          }
        }
      ]
    }
  ],
  [
    'a token whose scope map is gone',
    { kind: 'tokens', registryId: registry, name: 'bare' },
    {
      tokens: [
        {
          answer: {
            value: {
              enabled: false,
              passwordExpiries: [],
              actions: { known: false, reason: { code: 'not-found' } }
            }
          }
        }
      ]
    }
  ],
  [
    'a token that does not exist',
    { kind: 'tokens', registryId: registry, name: 'nobody' },
    { tokens: [{ name: 'nobody', answer: { known: false, reason: { code: 'not-found' } } }] }
  ],
  [
    'cache rules with the health of their credentials',
    { kind: 'cacheRules', registryId: registry },
    {
      cacheRules: [
        {
          answer: {
            value: [
              {
                name: 'hub',
                source: 'docker.io/library/*',
                target: 'hub/*',
                credentials: {
                  name: 'hub',
                  answer: { value: [{ healthy: false, problem: 'the secret has expired' }] }
                }
              },
              { name: 'microsoft', credentials: null }
            ]
          }
        }
      ]
    }
  ],
  [
    'the state of a subscription',
    { kind: 'subscriptions', subscriptionId: contoso.subscriptionId },
    { subscriptions: [{ answer: { value: 'Enabled' } }] }
  ],
  [
    'the versions that AKS offers in a region',
    {
      kind: 'offeredVersions',
      subscriptionId: contoso.subscriptionId,
      location: contoso.location
    },
    {
      offeredVersions: [
        {
          location: contoso.location,
          answer: {
            value: [
              { minor: '1.36', supportPlans: ['KubernetesOfficial'], preview: false },
              { minor: '1.37', supportPlans: ['KubernetesOfficial'], preview: true }
            ]
          }
        }
      ]
    }
  ],
  [
    'the scale sets of a cluster with their identities',
    { kind: 'scaleSets', clusterId: shop },
    {
      scaleSets: [
        {
          answer: {
            value: [
              { nodePool: 'system', identityIds: [kubeletIdentity] },
              { nodePool: 'apps', identityIds: [kubeletIdentity] }
            ]
          }
        }
      ]
    }
  ],
  [
    'the addresses of a cluster, and which the firewall lets in',
    { kind: 'egress', clusterId: shop, registryId: registry },
    {
      egress: [
        {
          answer: {
            value: [
              { address: '20.1.2.3', allowed: true },
              { address: '20.2.2.3', allowed: false }
            ]
          }
        }
      ]
    }
  ],
  [
    'the networks of a cluster, and whether the private zone is linked',
    { kind: 'privateZones', clusterId: shop, zone: 'privatelink.azurecr.io' },
    {
      privateZones: [{ answer: { value: [{ id: network, ownDnsServers: true, linked: true }] } }]
    }
  ],
  [
    'the identity bindings of a cluster',
    { kind: 'identityBindings', clusterId: shop },
    {
      identityBindings: [
        { answer: { value: [{ name: 'pull', clientId: 'pull-client', resourceId: '/pull' }] } }
      ]
    }
  ],
  [
    'the regional endpoints of a registry, which only a preview tells of',
    { kind: 'regionalEndpoints', registryId: registry },
    {
      regionalEndpoints: [
        { answer: { value: { enabled: true, hosts: ['contoso.westeurope.geo.azurecr.io'] } } }
      ]
    }
  ]
]

describe('what lies around is read', () => {
  test.each(rows)('%s', async (_name, question, expected) => {
    expect(await answersTo(question)).toMatchObject(expected)
  })

  test('the rules of a firewall stay with Azure', async () => {
    const answers = await answersTo({ kind: 'egress', clusterId: shop, registryId: registry })
    expect(JSON.stringify(answers)).not.toContain('20.9.9.9')
  })

  test('what nobody asked for is no answer', async () => {
    const answers = await answersTo({ kind: 'storage', registryId: registry })
    expect(Object.entries(answers).filter(([, list]) => list.length > 0)).toEqual([
      ['storage', expect.anything()]
    ])
  })
})

describe('what may not be read is a reason', () => {
  const reading = [
    'Microsoft.ContainerService/managedClusters/read',
    'Microsoft.ContainerRegistry/registries/read',
    'Microsoft.Authorization/*/read'
  ]
  const caller = { permissions: [{ actions: reading }] }

  test.each<[string, RelatedResourceQuestion, keyof RelatedResources, string]>([
    [
      'tokens',
      { kind: 'tokens', registryId: registry, name: 'deploy' },
      'tokens',
      'registries/tokens/read'
    ],
    [
      'replicas',
      { kind: 'replicas', registryId: registry },
      'replicas',
      'registries/replications/read'
    ],
    [
      'cache rules',
      { kind: 'cacheRules', registryId: registry },
      'cacheRules',
      'registries/cacheRules/read'
    ],
    ['storage', { kind: 'storage', registryId: registry }, 'storage', 'registries/listUsages/read'],
    [
      'subscriptions',
      { kind: 'subscriptions', subscriptionId: contoso.subscriptionId },
      'subscriptions',
      'Microsoft.Resources/subscriptions/read'
    ],
    [
      'identity bindings',
      { kind: 'identityBindings', clusterId: shop },
      'identityBindings',
      'managedClusters/identityBindings/read'
    ],
    [
      'addresses',
      { kind: 'egress', clusterId: shop, registryId: registry },
      'egress',
      'publicIPAddresses/read'
    ]
  ])('%s', async (_name, question, list, permission) => {
    const answers = await answersTo(question, { caller })
    expect(answers[list]).toMatchObject([{ answer: unreadable(permission) }])
  })

  test('a region that offers nothing is not believed', async () => {
    const { subscriptionId, location } = contoso
    const question = { kind: 'offeredVersions', subscriptionId, location } as const
    const answers = await answersTo(question, { kubernetesVersions: [] })
    expect(answers.offeredVersions).toMatchObject([
      { answer: { known: false, reason: { code: 'unexpected-answer' } } }
    ])
  })

  test.each<[string, RelatedResourceQuestion, keyof RelatedResources, string]>([
    [
      'of identity bindings',
      { kind: 'identityBindings', clusterId: shop },
      'identityBindings',
      '2026-05-02-preview'
    ],
    [
      'of regional endpoints',
      { kind: 'regionalEndpoints', registryId: registry },
      'regionalEndpoints',
      '2026-01-01-preview'
    ]
  ])(
    'a cloud that does not know the preview %s does not tell',
    async (_name, question, list, version) => {
      const answers = await answersTo(question, { unsupportedApiVersions: [version] })
      expect(answers[list]).toMatchObject([
        { answer: { known: false, reason: { code: 'unexpected-answer' } } }
      ])
    }
  )

  test('a registry that says nothing of regional endpoints does not tell', async () => {
    const answers = await answersTo(
      { kind: 'regionalEndpoints', registryId: registry },
      { registries: [{ name: 'contoso' }] }
    )
    expect(answers.regionalEndpoints).toMatchObject([
      { answer: { known: true, value: { enabled: null, hosts: [] } } }
    ])
  })

  test('networks that nobody may see are not taken for networks without a link', async () => {
    const answers = await answersTo(
      { kind: 'privateZones', clusterId: shop, zone: 'privatelink.azurecr.io' },
      { caller }
    )
    expect(answers.privateZones).toMatchObject([{ answer: { known: false } }])
  })
})

test('a list that leads back to itself is refused at once', async () => {
  const nextLink = `https://management.azure.com${registry}/cacheRules?api-version=2025-11-01`
  const { facts, requests } = await collectFrom({
    world: {
      ...world,
      faults: [
        {
          url: '*/cacherules?*',
          answer: { kind: 'answer', status: 200, body: { value: [], nextLink } }
        }
      ]
    },
    request: { clusters: [shop], registryHosts: ['contoso.azurecr.io'] },
    questions: [{ kind: 'cacheRules', registryId: registry }]
  })
  expect(facts.relatedResources.cacheRules).toMatchObject([
    { answer: { known: false, reason: { message: expect.stringContaining('leads back') } } }
  ])
  expect(requests.filter(({ path }) => path.endsWith('/cacheRules')).length).toBeLessThan(4)
})

test('a name from a pull secret cannot lead to another resource', async () => {
  const { requests } = await collectFrom({
    world,
    request: { clusters: [shop], registryHosts: ['contoso.azurecr.io'] },
    questions: [{ kind: 'tokens', registryId: registry, name: '../webhooks/a?b=c' }]
  })
  expect(requests.map(({ path }) => path).filter(path => path.includes('webhooks'))).toEqual([
    `${registry}/tokens/../webhooks/a?b=c`
  ])
})

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
const network = `${resourceGroupScope(contoso.subscriptionId, contoso.resourceGroup)}/providers/Microsoft.Network`
const nodeNetwork = `${resourceGroupScope(contoso.subscriptionId, `MC_${contoso.resourceGroup}_aks-shop_${contoso.location}`)}/providers/Microsoft.Network/virtualNetworks/aks-vnet`

async function answersTo(
  question: RelatedResourceQuestion,
  world: AzureWorldData
): Promise<RelatedResources> {
  const { facts } = await collectFrom({
    world,
    request: { clusters: [shop], registryHosts: ['contoso.azurecr.io'] },
    questions: [question]
  })
  return facts.relatedResources
}

const answer = (value: unknown) => [{ answer: { known: true, value } }]
const reason = (text: string) => [
  { answer: { known: false, reason: { message: expect.stringContaining(text) } } }
]

const leavingWith = (...addresses: readonly string[]): AzureWorldData => {
  const idOf = (address: string) => `${network}/publicIPAddresses/out-${addresses.indexOf(address)}`
  return {
    clusters: [
      {
        name: 'aks-shop',
        properties: {
          networkProfile: {
            natGatewayProfile: {
              effectiveOutboundIPs: addresses.map(address => ({ id: idOf(address) }))
            }
          }
        }
      }
    ],
    registries: [
      {
        name: 'contoso',
        properties: {
          networkRuleSet: {
            defaultAction: 'Deny',
            ipRules: [
              { action: 'Allow', value: '203.0.113.0/30' },
              { value: '198.51.100.7' },
              { action: 'Deny', value: '198.51.100.8' }
            ]
          }
        }
      }
    ],
    otherResources: addresses.map(address => ({
      id: idOf(address),
      body: { properties: { ipAddress: address } }
    }))
  }
}

describe('the rules of a firewall', () => {
  const withRule = (value: string): AzureWorldData => ({
    ...leavingWith('203.0.113.1'),
    registries: [
      {
        name: 'contoso',
        properties: { networkRuleSet: { defaultAction: 'Deny', ipRules: [{ value }] } }
      }
    ]
  })
  const question = { kind: 'egress', clusterId: shop, registryId: registry } as const
  const isAllowed = (allowed: boolean) => answer([{ address: '203.0.113.1', allowed }])
  const unusable = reason('one of its rules is no IPv4 address or range')

  test.each([
    ['a range lets its addresses in', '203.0.113.0/24', isAllowed(true)],
    ['one of IPv6 is for nobody here', '2001:db8::/32', isAllowed(false)],
    ['a range without length is none, and surely not everybody', '203.0.113.1/', unusable],
    ['a length beyond the address is none', '203.0.113.1/99', unusable],
    ['a text is none', 'everybody', unusable]
  ])('%s', async (_name, value, expected) => {
    expect((await answersTo(question, withRule(value))).egress).toMatchObject(expected)
  })
})

describe('the addresses of a cluster, held against the firewall of a registry', () => {
  test.each<[string, readonly string[], object[]]>([
    [
      'first and last address of a range are in it',
      ['203.0.113.0', '203.0.113.3'],
      answer([
        { address: '203.0.113.0', allowed: true },
        { address: '203.0.113.3', allowed: true }
      ])
    ],
    ['the next one is not', ['203.0.113.4'], answer([{ address: '203.0.113.4', allowed: false }])],
    [
      'a rule without action allows',
      ['198.51.100.7'],
      answer([{ address: '198.51.100.7', allowed: true }])
    ],
    [
      'a rule of another action does not',
      ['198.51.100.8'],
      answer([{ address: '198.51.100.8', allowed: false }])
    ],
    [
      'IPv6 addresses do not count, because the registry is reached over IPv4',
      ['198.51.100.7', '2001:db8::7'],
      answer([{ address: '198.51.100.7', allowed: true }])
    ],
    [
      'IPv6 alone leaves the question open',
      ['2001:db8::7'],
      reason('the cluster goes out with no IPv4 address')
    ]
  ])('%s', async (_name, addresses, expected) => {
    const question = { kind: 'egress', clusterId: shop, registryId: registry } as const
    expect((await answersTo(question, leavingWith(...addresses))).egress).toMatchObject(expected)
  })
})

describe('the networks of a cluster and the links of the private zone', () => {
  const linkTo = (id: string) => ({
    id: `${network}/privateDnsZones/privatelink.azurecr.io/virtualNetworkLinks/one`,
    body: { properties: { virtualNetwork: { id } } }
  })
  const networkWith = (dnsServers: readonly string[]) => ({
    id: nodeNetwork,
    body: { properties: { dhcpOptions: { dnsServers } } }
  })

  test.each<[string, NonNullable<AzureWorldData['otherResources']>, object[]]>([
    [
      'a link to another network shows that this one has none',
      [networkWith([]), linkTo(`${network}/virtualNetworks/hub`)],
      answer([{ id: nodeNetwork, ownDnsServers: false, linked: false }])
    ],
    [
      'a link in other letter case is one',
      [networkWith([]), linkTo(nodeNetwork.toUpperCase())],
      answer([{ id: nodeNetwork, ownDnsServers: false, linked: true }])
    ],
    [
      'no link in sight leaves the question open',
      [networkWith([])],
      reason('no link of a private DNS zone privatelink.azurecr.io')
    ],
    [
      'no network in sight, too',
      [linkTo(nodeNetwork)],
      reason('not every virtual network of it is among what the sign-in may read')
    ]
  ])('%s', async (_name, otherResources, expected) => {
    const question = {
      kind: 'privateZones',
      clusterId: shop,
      zone: 'privatelink.azurecr.io'
    } as const
    const world = { clusters: [{ name: 'aks-shop' }], otherResources }
    expect((await answersTo(question, world)).privateZones).toMatchObject(expected)
  })
})

describe('how full a registry is', () => {
  const question = { kind: 'storage', registryId: registry } as const
  const usages = (value: readonly object[]): AzureWorldData => ({
    registries: [{ name: 'contoso' }],
    faults: [{ url: '*/listUsages*', answer: { kind: 'answer', status: 200, body: { value } } }]
  })
  const size = { name: 'Size', limit: 500, currentValue: 612 }

  test('is measured by the most that it can hold, not by what its tier includes', async () => {
    const world = { registries: [{ name: 'contoso', usedStorage: 600 * 1024 ** 3 }] }
    expect((await answersTo(question, world)).storage).toMatchObject(
      answer({ usedBytes: 600 * 1024 ** 3, limitBytes: 100 * 1024 ** 4 })
    )
  })

  test.each([
    ['is not known where Azure does not tell the maximum', [size], 'MaximumStorageCapacity'],
    [
      'is not known where the maximum is -1, which is no number of bytes',
      [size, { name: 'MaximumStorageCapacity', limit: -1, currentValue: 612 }],
      'the maximum'
    ],
    [
      'is not known without the used storage',
      [{ name: 'MaximumStorageCapacity', limit: 1000, currentValue: 612 }],
      'Size'
    ]
  ])('%s', async (_name, value, text) => {
    expect((await answersTo(question, usages(value))).storage).toMatchObject(reason(text))
  })
})

import { describe, expect, test } from '@jest/globals'
import {
  isIsolated,
  isSameRegion,
  layerHosts,
  networksOf,
  privateZone
} from '../../src/facts/registry-network.ts'
import type { Cloud, Registry } from '../../src/facts/facts.ts'
import { cluster, nodePool, registry } from '../access/facts-builder.ts'

const cloudNamed = (name: Cloud['name']): Cloud => ({ name, registrySuffixes: [] })

describe('hosts that serve layers', () => {
  const rows: [string, Partial<Registry>, Cloud['name'], readonly string[]][] = [
    ['public cloud', {}, 'AzurePublicCloud', ['*.blob.core.windows.net']],
    ['US Government', {}, 'AzureUSGovernment', ['*.blob.core.usgovcloudapi.net']],
    ['China', {}, 'AzureChinaCloud', ['*.blob.core.chinacloudapi.cn']],
    ['a custom cloud is not named', {}, 'custom', ['the blob storage of this cloud']],
    [
      'data endpoints as Azure lists them',
      { dataEndpoint: true, dataEndpointHosts: ['one.data.example', 'two.data.example'] },
      'AzurePublicCloud',
      ['one.data.example', 'two.data.example']
    ],
    [
      'data endpoints that Azure does not list',
      { dataEndpoint: true },
      'AzurePublicCloud',
      ['contoso.westeurope.data.azurecr.io']
    ],
    [
      'a private endpoint switches data endpoints on',
      { approvedPrivateEndpoints: 1 },
      'AzurePublicCloud',
      ['contoso.westeurope.data.azurecr.io']
    ],
    [
      'a domain name label is part of the name, and the suffix is that of the login server',
      { approvedPrivateEndpoints: 1, loginServer: 'contoso-d4c3b2a1.azurecr.us' },
      'AzureUSGovernment',
      ['contoso-d4c3b2a1.westeurope.data.azurecr.us']
    ]
  ]
  test.each(rows)('%s', (_name, changes, cloud, expected) => {
    expect(layerHosts(registry(changes), cloudNamed(cloud))).toEqual(expected)
  })
})

test.each([
  ['contoso.azurecr.io', 'privatelink.azurecr.io'],
  ['contoso-d4c3b2a1.azurecr.cn', 'privatelink.azurecr.cn']
])('the private zone of %s is %s', (loginServer, zone) => {
  expect(privateZone(registry({ loginServer }))).toBe(zone)
})

test.each([
  ['none', null, true],
  ['Block', null, true],
  ['none', [], false],
  ['loadBalancer', null, false],
  ['userDefinedRouting', null, false],
  [null, null, false]
])('outbound type %s with noProxy %j: isolated %s', (outboundType, httpProxyNoProxy, expected) => {
  expect(isIsolated(cluster({ outboundType, httpProxyNoProxy }))).toBe(expected)
})

test('pools in several subnets of one network share it, and a managed network has no id', () => {
  const network = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v'
  const subnets = [`${network}/subnets/a`, `${network}/subnets/b`, null]
  const nodePools = subnets.map(subnetId => nodePool({ subnetId }))
  expect(networksOf(cluster({ nodePools }))).toEqual([network])
})

test.each([
  ['West Europe', 'westeurope', true],
  ['EASTUS2', 'eastus2', true],
  ['eastus', 'eastus2', false]
])('%s and %s are the same region: %s', (one, other, expected) => {
  expect(isSameRegion(one, other)).toBe(expected)
})

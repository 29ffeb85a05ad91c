import { describe, expect, test } from '@jest/globals'
import { loginServerOf, regionOfEndpoint, registryNameOf } from '../../src/facts/registry-hosts.ts'

describe('the login server behind a host', () => {
  test.each([
    ['a login server', 'contoso.azurecr.io', 'contoso.azurecr.io'],
    ['a regional host', 'contoso.westeurope.geo.azurecr.io', 'contoso.azurecr.io'],
    ['a data host', 'contoso.westeurope.data.azurecr.io', 'contoso.azurecr.io'],
    ['a label host', 'contoso-0123456789abcdef.azurecr.io', 'contoso-0123456789abcdef.azurecr.io'],
    [
      'a regional host with label',
      'contoso-0123456789abcdef.westeurope.geo.azurecr.io',
      'contoso-0123456789abcdef.azurecr.io'
    ],
    ['another cloud', 'contoso.chinaeast2.geo.azurecr.cn', 'contoso.azurecr.cn'],
    ['a registry with the name geo', 'geo.azurecr.io', 'geo.azurecr.io']
  ])('%s: %s', (_name, host, expected) => {
    expect(loginServerOf(host)).toBe(expected)
  })
})

describe('the registry name in a login server', () => {
  test.each([
    ['is its first label', 'contoso.azurecr.io', 'contoso'],
    ['is not to be told from a label host', 'contoso-0123456789abcdef.azurecr.io', null],
    ['is not there in an empty host', '', null]
  ])('%s', (_name, loginServer, expected) => {
    expect(registryNameOf(loginServer)).toBe(expected)
  })
})

test.each([
  ['contoso.eastus.geo.azurecr.io', 'eastus'],
  ['contoso-d4c3b2a1.eastus2.geo.azurecr.us', 'eastus2'],
  ['contoso.westeurope.geo.azurecr.contoso.cloud', 'westeurope'],
  ['contoso.azurecr.io', null],
  ['contoso.eastus.data.azurecr.io', null],
  ['geo.azurecr.io', null],
  ['mirror.contoso.eastus.geo.azurecr.io', null]
])('host %s is the endpoint of region %s', (host, expected) => {
  expect(regionOfEndpoint(host)).toBe(expected)
})

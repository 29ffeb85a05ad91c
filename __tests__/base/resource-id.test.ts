import { describe, expect, test } from '@jest/globals'
import { parseResourceId, resourceName, segmentsOf } from '../../src/base/resource-id.ts'

const registry =
  '/subscriptions/1/resourceGroups/registries/providers/Microsoft.ContainerRegistry/registries/Contoso'
const parts = {
  subscriptionId: '1',
  resourceGroup: 'registries',
  type: 'microsoft.containerregistry/registries',
  name: 'Contoso'
}

describe('an id is read by its segments', () => {
  test.each([
    ['of a registry in a resource group named like its type', registry, parts],
    [
      'in capitals',
      registry.toUpperCase(),
      { ...parts, resourceGroup: 'REGISTRIES', name: 'CONTOSO' }
    ],
    ['in the old spelling', registry.replace('Groups', 'groups'), parts],
    ['of a resource group', '/subscriptions/1/resourceGroups/rg', null],
    ['of something below the registry', `${registry}/tokens/ci`, null],
    ['with a slash at the end', `${registry}/`, null],
    ['with an empty segment', registry.replace('/1/', '//'), null],
    ['with a query', `${registry}?api-version=1`, null],
    ['with a fragment', `${registry}#x`, null],
    ['without its first slash', registry.slice(1), null],
    ['of a management group', '/providers/Microsoft.Management/managementGroups/platform', null],
    ['', '', null]
  ])('%s', (_name, id, expected) => {
    expect(parseResourceId(id)).toEqual(expected)
  })
})

test.each([
  [registry, 'Contoso'],
  [`${registry}/`, 'Contoso'],
  ['contoso', 'contoso'],
  ['', '']
])('people know %s as %s', (id, expected) => {
  expect(resourceName(id)).toBe(expected)
})

test.each([
  ['/', []],
  ['/subscriptions/1/', ['subscriptions', '1']],
  ['/subscriptions//1', []],
  ['/subscriptions/1?x', []]
])('the segments of %s', (id, expected) => {
  expect(segmentsOf(id)).toEqual(expected)
})

import { describe, expect, test } from '@jest/globals'
import {
  nearestFirst,
  roleKey,
  sameScope,
  scopeReaches,
  scopeText
} from '../../../src/access/rbac/scopes.ts'
import { groupScope, registryScope, subscriptionScope } from '../facts-builder.ts'

const registry = registryScope('contoso')
const managementGroup = '/providers/Microsoft.Management/managementGroups/platform'

describe('whether an assignment reaches the registry', () => {
  test.each([
    ['the registry itself', registry, true],
    ['the registry in other case', registry.toUpperCase(), true],
    ['the registry with a slash at the end', `${registry}/`, true],
    ['its resource group', groupScope, true],
    ['its resource group in the old spelling', groupScope.replace('Groups', 'groups'), true],
    ['its subscription', subscriptionScope, true],
    ['a management group', managementGroup, true],
    ['the root', '/', true],
    ['the root as empty text', '', true],
    ['a resource group whose name begins alike', groupScope.slice(0, -1), false],
    ['a registry whose name begins alike', registryScope('conto'), false],
    ['another registry', registryScope('fabrikam'), false],
    ['something below the registry', `${registry}/scopeMaps/team`, false],
    ['another subscription', '/subscriptions/10000000-0000-4000-8000-000000000002', false]
  ])('%s', (_name, scope, expected) => {
    expect(scopeReaches(scope, registry)).toBe(expected)
  })
})

test('a role is known by the last segment of its id, whatever the case and the subscription', () => {
  const ids = [
    '/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/7F951DDA-4ed3',
    '/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3/',
    '7f951dda-4ed3'
  ]
  expect(ids.map(roleKey)).toEqual(['7f951dda-4ed3', '7f951dda-4ed3', '7f951dda-4ed3'])
})

test('scopes are the same without regard to case and the last slash', () => {
  expect(sameScope(registry, `${registry.toLowerCase()}/`)).toBe(true)
  expect(sameScope(registry, groupScope)).toBe(false)
})

test('the nearest scope comes first', () => {
  const scopes = ['/', subscriptionScope, managementGroup, registry, groupScope]
  expect(scopes.toSorted(nearestFirst)).toEqual([
    registry,
    groupScope,
    subscriptionScope,
    managementGroup,
    '/'
  ])
})

test.each([
  ['/', 'the root scope /'],
  [managementGroup, 'management group platform'],
  ['/subscriptions/1', 'subscription 1'],
  [groupScope, 'resource group rg-images'],
  [registry, 'registry contoso'],
  ['/subscriptions/1/resourceGroups/registries', 'resource group registries'],
  [
    '/subscriptions/1/resourceGroups/registries/providers/Microsoft.ContainerRegistry/registries/fabrikam',
    'registry fabrikam'
  ],
  [`${registry}/scopeMaps/team`, 'registry contoso'],
  [
    '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/registries',
    'resource registries'
  ],
  ['somewhere', 'somewhere']
])('scope %s reads as %s', (scope, expected) => {
  expect(scopeText(scope)).toBe(expected)
})

import { describe, expect, test } from '@jest/globals'
import type { Json } from './json-path.ts'
import { expanded } from './overlay.ts'
import { worldNamed } from './worlds.ts'

const known = (value: Json): Json => ({ known: true, value })
const reason: Json = { code: 'forbidden', message: 'may not', permission: null }
const cluster = (name: string, rest: Record<string, Json> = {}): Json => ({
  id: `/subscriptions/1/managedClusters/${name}`,
  answer: known({ name, pools: [{ name: 'system', os: 'Linux', taints: [] }], ...rest })
})

const world: Json = {
  schemaVersion: '1',
  clusters: [cluster('aks-prod', { pull: known({ enabled: false }), version: '1.35.6' })],
  registries: [{ host: 'contoso.azurecr.io', answer: { known: false, reason } }],
  grants: [
    { registryId: '/subscriptions/1/registries/contoso', principalId: 'aaaa', answer: known([]) },
    { registryId: '/subscriptions/1/registries/contoso', principalId: 'bbbb', answer: known([]) }
  ]
}

const expandedBy = (lines: readonly string[]): Json =>
  expanded(['world: w', ...lines].join('\n'), () => world)

/** What the lines make of the part of the world under this key. */
const partOf = (key: string, lines: readonly string[]): unknown =>
  Reflect.get(Object(expandedBy(lines)), key)

describe('an overlay', () => {
  test('without a change is its world', () => {
    expect(expandedBy([])).toEqual(world)
  })

  test.each<[string, string, readonly string[], Json]>([
    ['changes a value', 'schemaVersion', ['change: {schemaVersion: "2"}'], '2'],
    [
      'goes through answers without naming them, and calls an item by its name',
      'clusters',
      ['change: {clusters/aks-prod/version: 1.29.0}'],
      [cluster('aks-prod', { pull: known({ enabled: false }), version: '1.29.0' })]
    ],
    [
      'gives a fact inside an answer another answer',
      'clusters',
      ['change: {clusters/aks-prod/pull: {enabled: true}}'],
      [cluster('aks-prod', { pull: known({ enabled: true }), version: '1.35.6' })]
    ],
    [
      'takes an answer away',
      'clusters',
      [
        'change:',
        '  clusters/aks-prod: {known: false, reason: {code: forbidden, message: may not, permission: null}}'
      ],
      [{ id: '/subscriptions/1/managedClusters/aks-prod', answer: { known: false, reason } }]
    ],
    [
      'gives an answer where there was none',
      'registries',
      ['change: {registries/contoso.azurecr.io: {sku: Basic}}'],
      [{ host: 'contoso.azurecr.io', answer: known({ sku: 'Basic' }) }]
    ],
    [
      'tells items apart by two names',
      'grants',
      ['change: {grants/contoso+bbbb: [1]}', 'delete: [grants/contoso+aaaa]'],
      [
        {
          registryId: '/subscriptions/1/registries/contoso',
          principalId: 'bbbb',
          answer: known([1])
        }
      ]
    ],
    [
      'adds an item like another, and changes the new one',
      'clusters',
      [
        'add:',
        '  clusters/aks-prod/pools: [{like: system, name: win}]',
        'change:',
        '  clusters/aks-prod/pools/win/os: Windows',
        'delete: [clusters/aks-prod/pools/system]'
      ],
      [
        cluster('aks-prod', {
          pull: known({ enabled: false }),
          version: '1.35.6',
          pools: [{ name: 'win', os: 'Windows', taints: [] }]
        })
      ]
    ],
    [
      'adds an item to the list of an answer',
      'grants',
      ['add: {grants/aaaa: [{id: 7}]}', 'delete: [grants/bbbb]'],
      [
        {
          registryId: '/subscriptions/1/registries/contoso',
          principalId: 'aaaa',
          answer: known([{ id: 7 }])
        }
      ]
    ]
  ])('%s', (_name, key, lines, expected) => {
    expect(partOf(key, lines)).toEqual(expected)
  })

  test('leaves its world as it was', () => {
    const before = structuredClone(world)
    expandedBy(['change: {clusters/aks-prod/version: 1.29.0}', 'delete: [grants/aaaa]'])
    expect(world).toEqual(before)
  })
})

describe('a change that hits nothing is refused', () => {
  test.each<[string, readonly string[], string]>([
    [
      'an item that is not there',
      ['change: {clusters/aks-test/version: x}'],
      'clusters/aks-test/version: nothing is called aks-test; there is: aks-prod'
    ],
    [
      'a key that is not there',
      ['change: {clusters/aks-prod/versoin: x}'],
      'clusters/aks-prod/versoin: there is no versoin, only: name, pools, pull, version'
    ],
    [
      'a name that two items have',
      ['change: {grants/contoso: []}'],
      'grants/contoso: contoso is more than one; there is: contoso+aaaa, contoso+bbbb'
    ],
    [
      'a path through an answer that is missing',
      ['change: {registries/contoso.azurecr.io/sku: Basic}'],
      'registries/contoso.azurecr.io/sku: there is no sku, only: known, reason'
    ],
    [
      'a path through a text',
      ['change: {clusters/aks-prod/version/minor: 35}'],
      'clusters/aks-prod/version/minor: there is no minor in "1.35.6"'
    ],
    [
      'a value that the world has already',
      ['change: {clusters/aks-prod/version: 1.35.6}'],
      'clusters/aks-prod/version: the world has it so already'
    ],
    [
      'an item to delete that is not there',
      ['delete: [grants/cccc]'],
      'grants/cccc: nothing is called cccc; there is: contoso+aaaa, contoso+bbbb'
    ],
    [
      'a key to delete that is not there',
      ['delete: [clusters/aks-prod/gone]'],
      'clusters/aks-prod/gone: there is no gone, only: name, pools, pull, version'
    ],
    [
      'an item to copy that is not there',
      ['add: {clusters/aks-prod/pools: [{like: user, name: win}]}'],
      'clusters/aks-prod/pools: nothing is called user; there is: system'
    ],
    ['a list that is none', ['add: {schemaVersion: [1]}'], 'schemaVersion: this is no list'],
    ['a word that no overlay has', ['remove: [grants]'], 'remove'],
    ['a path twice', ['change: {a: 1, a: 2}'], 'duplicated mapping key']
  ])('%s', (_name, lines, message) => {
    expect(() => expandedBy(lines)).toThrow(message)
  })
})

test('a world that is not there is told with those that are', () => {
  expect(() => worldNamed('fabrikam')).toThrow(
    /^There is no world fabrikam, only: .*contoso-abac, /
  )
})

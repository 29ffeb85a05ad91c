import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { chosenClusters, clusterIds } from '../../src/facts-source/clusters.ts'
import { unknown } from '../../src/facts/fact.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { clusterArmId, clusterNames } from '../../src/settings/cluster-names.ts'
import { factsWith } from '../access/facts-builder.ts'

const place = mkdtempSync(join(tmpdir(), 'acr-pull-check-clusters-'))
mkdirSync(join(place, '.azure'))
writeFileSync(
  join(place, '.azure', 'azureProfile.json'),
  `\uFEFF${JSON.stringify({
    subscriptions: [
      { id: '00000000-0000-4000-8000-000000000001', isDefault: false },
      { id: '00000000-0000-4000-8000-000000000002', isDefault: true }
    ]
  })}`
)

afterAll(() => {
  rmSync(place, { recursive: true })
})

const named = (...clusters: readonly string[]) => clusterNames({ clusters })
const world = { workspace: place, environment: { HOME: place } }

describe('clusters that are read from Azure', () => {
  test('without subscription lie in the default one of the Azure CLI', () => {
    expect(clusterIds(named('rg-prod/aks-prod'), world)).toEqual([
      clusterArmId('00000000-0000-4000-8000-000000000002', 'rg-prod', 'aks-prod')
    ])
  })

  test('with an id need no Azure CLI', () => {
    const id = clusterArmId('00000000-0000-4000-8000-00000000000f', 'rg', 'aks')
    expect(clusterIds(named(id), { workspace: place, environment: { HOME: '/nowhere' } })).toEqual([
      id
    ])
  })

  test.each([
    ['nobody is signed in', { HOME: '/nowhere' }],
    ['the profile lies elsewhere', { HOME: place, AZURE_CONFIG_DIR: '/nowhere' }]
  ])('are refused with the cure where %s', (_name, environment) => {
    expect(() => clusterIds(named('rg/aks'), { workspace: place, environment })).toThrow(
      'write SUBSCRIPTION-ID/rg/aks, or run az login'
    )
  })
})

const facts: Facts = {
  ...factsWith(),
  clusters: ['1/rg/aks', '2/rg/aks', '1/rg/other'].map(text => {
    const [subscription = '', group = '', name = ''] = text.split('/')
    return { id: clusterArmId(subscription, group, name), answer: unknown('not-found', 'x') }
  })
}

describe('clusters of a facts file', () => {
  test('are chosen by group and name, in any case', () => {
    const { clusters } = chosenClusters(facts, 'f.json', named('RG/Other'))
    expect(clusters.map(({ id }) => id)).toEqual([clusterArmId('1', 'rg', 'other')])
  })

  test('that are not there are answered with those that are', () => {
    expect(() => chosenClusters(facts, 'f.json', named('rg/third'))).toThrow(
      clusterArmId('1', 'rg', 'other')
    )
  })

  test('of one name in two subscriptions are not guessed', () => {
    expect(() => chosenClusters(facts, 'f.json', named('rg/aks'))).toThrow(
      'knows 2 clusters rg/aks'
    )
  })
})

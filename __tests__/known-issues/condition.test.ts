import { describe, expect, test } from '@jest/globals'
import {
  alternatives,
  type Condition,
  holds,
  type PullTraits,
  undecided
} from '../../src/known-issues/condition.ts'
import { pullTraits } from './builders.ts'

const rows: readonly (readonly [string, Condition, Partial<PullTraits>, 'yes' | 'no' | 'maybe'])[] =
  [
    ['nothing asked', {}, {}, 'yes'],
    ['the identity', { identity: 'managedIdentity' }, {}, 'yes'],
    ['another identity', { identity: 'servicePrincipal' }, {}, 'no'],
    [
      'an identity that Azure does not show',
      { identity: 'managedIdentity' },
      { identity: null },
      'maybe'
    ],
    ['another subscription', { crossSubscription: true }, { crossSubscription: true }, 'yes'],
    [
      'a subscription of a registry that is not visible',
      { crossSubscription: true },
      { crossSubscription: null },
      'maybe'
    ],
    ['anonymous pull', { anonymousPull: true }, { anonymousPull: false }, 'no'],
    [
      'anonymous pull that Azure does not tell',
      { anonymousPull: true },
      { anonymousPull: null },
      'maybe'
    ],
    ['ARM tokens refused', { authenticationAsArm: false }, { authenticationAsArm: false }, 'yes'],
    ['ARM tokens accepted', { authenticationAsArm: false }, {}, 'no'],
    ['a missing grant', { grant: 'missing' }, { grant: 'missing' }, 'yes'],
    ['a grant nobody could look for', { grant: 'missing' }, { grant: null }, 'maybe'],
    ['a grant of 119 minutes', { grantYoungerThanHours: 2 }, { grantAgeHours: 119 / 60 }, 'yes'],
    ['a grant of 2 hours', { grantYoungerThanHours: 2 }, { grantAgeHours: 2 }, 'no'],
    ['no grant at all', { grantYoungerThanHours: 2 }, { grantAgeHours: Infinity }, 'no'],
    ['a grant without a date', { grantYoungerThanHours: 2 }, { grantAgeHours: null }, 'maybe'],
    [
      'a grant without registry read',
      { grantLacksRegistryRead: true },
      { grantLacksRegistryRead: true },
      'yes'
    ],
    ['at most one registry host', { registryHostsAtMost: 1 }, { registryHosts: 2 }, 'no'],
    [
      'the host',
      { imageHost: /\.geo\.azurecr\.io$/ },
      { imageHost: 'contoso.eastus.geo.azurecr.io' },
      'yes'
    ],
    ['the repository path', { imageRepositoryPath: /azurecr/ }, {}, 'no'],
    ['the cloud', { cloud: 'custom' }, { cloud: 'custom' }, 'yes'],
    ['node provisioning that ARM leaves out', { nodeProvisioningMode: 'Auto' }, {}, 'no'],
    [
      'one of two alternatives',
      { anyOf: [{ crossSubscription: true }, { grant: 'present' }] },
      {},
      'yes'
    ],
    [
      'none of two alternatives',
      { anyOf: [{ crossSubscription: true }, { grant: 'missing' }] },
      {},
      'no'
    ],
    [
      'one open alternative',
      { anyOf: [{ crossSubscription: true }, { grant: 'missing' }] },
      { crossSubscription: null },
      'maybe'
    ],
    [
      'a certain no beside an open part',
      { identity: 'servicePrincipal', grant: 'missing' },
      { grant: null },
      'no'
    ]
  ]

test.each(rows)('%s', (_name, condition, traits, expected) => {
  expect(holds(condition, pullTraits(traits))).toBe(expected)
})

describe('what is open', () => {
  test('only the parts that could not be found out are named', () => {
    const condition: Condition = {
      identity: 'managedIdentity',
      grant: 'missing',
      crossSubscription: true
    }
    const traits = pullTraits({ grant: null, crossSubscription: null })
    expect(undecided(condition, traits)).toEqual([
      'the registry is in another subscription',
      'the grant is missing'
    ])
  })

  const either: Condition = { anyOf: [{ crossSubscription: true }, { grantYoungerThanHours: 2 }] }

  test('of alternatives, only those that are open are named', () => {
    const traits = pullTraits({ grantAgeHours: null })
    expect(undecided(either, traits)).toEqual(['the grant is less than 2 hours old'])
    expect(alternatives(either, traits, 'no')).toEqual(['the registry is in another subscription'])
  })

  test('an alternative that holds closes the others', () => {
    const traits = pullTraits({ crossSubscription: true, grantAgeHours: null })
    expect(undecided(either, traits)).toEqual([])
    expect(alternatives(either, traits, 'yes')).toEqual(['the registry is in another subscription'])
  })
})

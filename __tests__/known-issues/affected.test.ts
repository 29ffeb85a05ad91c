import { describe, expect, test } from '@jest/globals'
import { canShow, exposureOf } from '../../src/known-issues/affected.ts'
import type { PullTraits } from '../../src/known-issues/condition.ts'
import { type PoolVersions, statusOf } from '../../src/known-issues/fix-table.ts'
import { issueById, linuxPool, pullTraits, windowsPool } from './builders.ts'

const exposure = (id: string, pool: PoolVersions, traits: Partial<PullTraits>) => {
  const issue = issueById(id)
  return exposureOf(issue, statusOf(issue, pool), pullTraits(traits))
}

const oldImage = linuxPool('1.32.3', 'AKSUbuntu-2204gen2containerd-202503.13.0')
const newImage = linuxPool('1.32.3', 'AKSUbuntu-2204gen2containerd-202610.20.0')
const geoHost = { imageHost: 'contoso.eastus.geo.azurecr.io' }
const sp = { identity: 'servicePrincipal' } as const

const rows: readonly (readonly [
  string,
  string,
  PoolVersions,
  Partial<PullTraits>,
  string | null
])[] = [
  [
    'a service principal, another subscription',
    'acr-sp-grant-not-seen',
    linuxPool('1.10.6'),
    { ...sp, crossSubscription: true },
    'error'
  ],
  [
    'a service principal with a fresh grant',
    'acr-sp-grant-not-seen',
    linuxPool('1.10.6'),
    { ...sp, grantAgeHours: 1 },
    'warning'
  ],
  ['a service principal with an old grant', 'acr-sp-grant-not-seen', linuxPool('1.10.6'), sp, null],
  [
    'a service principal with a grant of unknown age',
    'acr-sp-grant-not-seen',
    linuxPool('1.10.6'),
    { ...sp, grantAgeHours: null },
    'warning'
  ],
  [
    'a service principal with unknown facts on a fixed version',
    'acr-sp-grant-not-seen',
    linuxPool('1.12.0'),
    { ...sp, grantAgeHours: null, crossSubscription: null },
    null
  ],
  [
    'a managed identity, where only service principals are concerned',
    'acr-sp-grant-not-seen',
    linuxPool('1.10.6'),
    { crossSubscription: true },
    null
  ],
  [
    'an anonymous registry without a grant',
    'acr-anonymous-pull-sp',
    linuxPool('1.12.6'),
    { ...sp, anonymousPull: true, grant: 'missing' },
    'warning'
  ],
  [
    'an anonymous registry with a grant',
    'acr-anonymous-pull-sp',
    linuxPool('1.12.6'),
    { ...sp, anonymousPull: true },
    null
  ],
  [
    'a managed identity across subscriptions',
    'acr-msi-cross-subscription',
    linuxPool('1.13.5'),
    { crossSubscription: true },
    'error'
  ],
  [
    'a managed identity with AcrPull only',
    'acr-msi-cross-subscription',
    linuxPool('1.13.5'),
    { grantLacksRegistryRead: true },
    'error'
  ],
  [
    'a managed identity with Reader in the same subscription',
    'acr-msi-cross-subscription',
    linuxPool('1.13.5'),
    {},
    null
  ],
  [
    'a managed identity across subscriptions, where everybody may pull',
    'acr-msi-cross-subscription',
    linuxPool('1.13.5'),
    { crossSubscription: true, anonymousPull: true },
    null
  ],
  [
    'an intermittent issue is never an error',
    'acr-msi-empty-cache',
    linuxPool('1.17.9'),
    {},
    'warning'
  ],
  [
    'an intermittent issue behind a pull secret',
    'acr-msi-empty-cache',
    linuxPool('1.17.9'),
    { pullSecret: 'yes' },
    null
  ],
  [
    'an intermittent issue beside a pull secret that nobody saw',
    'acr-msi-empty-cache',
    linuxPool('1.17.9'),
    { pullSecret: 'maybe' },
    'warning'
  ],
  [
    'two registries on one node',
    'acr-msi-multi-registry',
    linuxPool('1.17.13'),
    { registryHosts: 2 },
    'warning'
  ],
  [
    'one registry, beside the system images',
    'acr-msi-multi-registry',
    linuxPool('1.17.13'),
    {},
    'note'
  ],
  [
    'two registries between the two numbers',
    'acr-msi-multi-registry',
    linuxPool('1.17.14'),
    { registryHosts: 2 },
    'note'
  ],
  [
    'two registries between the two numbers, identity unknown',
    'acr-msi-multi-registry',
    linuxPool('1.19.4'),
    { registryHosts: 2, identity: null },
    'note'
  ],
  [
    'two registries at the verified fix',
    'acr-msi-multi-registry',
    linuxPool('1.17.15'),
    { registryHosts: 2 },
    null
  ],
  [
    'two registries with a service principal',
    'acr-msi-multi-registry',
    linuxPool('1.17.13'),
    { ...sp, registryHosts: 2 },
    null
  ],
  [
    'ARM tokens refused, old node image',
    'acr-arm-audience-disabled',
    oldImage,
    { authenticationAsArm: false },
    'error'
  ],
  [
    'ARM tokens refused, new node image',
    'acr-arm-audience-disabled',
    newImage,
    { authenticationAsArm: false },
    null
  ],
  [
    'ARM tokens refused, node image not told',
    'acr-arm-audience-disabled',
    linuxPool('1.32.3'),
    { authenticationAsArm: false },
    'unknown'
  ],
  ['ARM tokens accepted', 'acr-arm-audience-disabled', oldImage, {}, null],
  [
    'ARM tokens of a registry that is not visible',
    'acr-arm-audience-disabled',
    oldImage,
    { authenticationAsArm: null },
    'unknown'
  ],
  [
    'a regional host, old node image',
    'acr-regional-endpoint-unmatched',
    oldImage,
    geoHost,
    'error'
  ],
  ['a regional host, new node image', 'acr-regional-endpoint-unmatched', newImage, geoHost, null],
  [
    'a regional host, new node image, service principal',
    'acr-regional-endpoint-unmatched',
    newImage,
    { ...geoHost, ...sp },
    'note'
  ],
  [
    'a regional host, Windows',
    'acr-regional-endpoint-unmatched',
    windowsPool('1.34.2', 'AKSWindows-2022-containerd-gen2-20348.4893.260311'),
    geoHost,
    'unknown'
  ],
  ['the global host', 'acr-regional-endpoint-unmatched', oldImage, {}, null],
  [
    'a label host, which has three parts',
    'acr-regional-endpoint-unmatched',
    oldImage,
    { imageHost: 'contoso-a1b2c3d4e5f6a7b8.azurecr.io' },
    null
  ],
  [
    'a custom cloud',
    'acr-private-cloud-suffix',
    linuxPool('1.17.5'),
    { cloud: 'custom' },
    'warning'
  ],
  [
    'a mirrored repository path',
    'acr-greedy-login-server',
    linuxPool('1.29.4'),
    { imageRepositoryPath: 'mirror/contoso.azurecr.io/web' },
    'note'
  ],
  [
    'auto-provisioned nodes',
    'acr-nap-1-29',
    linuxPool('1.29.2'),
    { nodeProvisioningMode: 'Auto' },
    'warning'
  ],
  [
    'a version before the one that brought it',
    'acr-msi-cross-subscription',
    linuxPool('1.7.16'),
    { crossSubscription: true },
    null
  ],
  [
    'a version before the one that brought it, node image not told',
    'acr-regional-endpoint-unmatched',
    linuxPool('1.29.9'),
    geoHost,
    null
  ],
  [
    'a version that is not known is left to the check of versions',
    'acr-msi-empty-cache',
    linuxPool(null),
    {},
    null
  ]
]

test.each(rows)('%s', (_name, id, pool, traits, expected) => {
  expect(exposure(id, pool, traits)?.severity ?? null).toBe(expected)
})

const grantNotSeen = 'acr-sp-grant-not-seen'
const oldVersion = linuxPool('1.10.6')
const across = { ...sp, crossSubscription: true }

test.each<[string, string, PoolVersions, Partial<PullTraits>, string, string, string]>([
  ['always', grantNotSeen, oldVersion, across, 'affected', 'error', 'yes'],
  [
    'not while a fresh grant is on its way',
    grantNotSeen,
    oldVersion,
    { ...sp, grantAgeHours: 1 },
    'affected',
    'warning',
    'no'
  ],
  [
    'always, however old the grant is',
    grantNotSeen,
    oldVersion,
    { ...across, grantAgeHours: null },
    'affected',
    'error',
    'yes'
  ],
  [
    'perhaps, where the subscription is not told',
    grantNotSeen,
    oldVersion,
    { ...sp, grantAgeHours: 1, crossSubscription: null },
    'affected',
    'warning',
    'maybe'
  ],
  [
    'perhaps, where nothing is told',
    grantNotSeen,
    oldVersion,
    { ...sp, grantAgeHours: null, crossSubscription: null },
    'affected',
    'unknown',
    'maybe'
  ],
  [
    'perhaps, where everybody may be let in',
    grantNotSeen,
    oldVersion,
    { ...across, anonymousPull: null },
    'affected',
    'unknown',
    'maybe'
  ],
  [
    'perhaps, beside a pull secret that nobody saw',
    grantNotSeen,
    oldVersion,
    { ...across, pullSecret: 'maybe' },
    'affected',
    'unknown',
    'maybe'
  ],
  [
    'perhaps, where the version is not told',
    grantNotSeen,
    linuxPool(null),
    across,
    'unknown-kubernetes-version',
    'unknown',
    'maybe'
  ],
  [
    'perhaps, where the node image is not told',
    'acr-arm-audience-disabled',
    linuxPool('1.32.3'),
    { authenticationAsArm: false },
    'unknown-node-image',
    'unknown',
    'maybe'
  ],
  [
    'never, when it heals by itself',
    'acr-msi-empty-cache',
    linuxPool('1.17.9'),
    { anonymousPull: null },
    'affected',
    'warning',
    'no'
  ],
  [
    'perhaps, when it is a warning and nobody says that it heals',
    'acr-private-cloud-suffix',
    linuxPool('1.17.5'),
    { cloud: 'custom' },
    'affected',
    'warning',
    'maybe'
  ]
])('an issue blocks pulls %s', (_name, id, pool, traits, kind, severity, blocks) => {
  expect(exposure(id, pool, traits)).toMatchObject({ kind, severity, blocks })
})

describe('an exposure tells', () => {
  test('what is open, in words', () => {
    const open = exposure('acr-msi-empty-cache', linuxPool('1.17.9'), {
      identity: null,
      pullSecret: 'maybe',
      anonymousPull: null
    })?.open
    expect(open).toEqual([
      'the nodes pull with a managed identity',
      "a pull secret of the pod does without the node's credential",
      'anonymous pull is on'
    ])
  })

  test('why it shows here, and why so severely', () => {
    const elsewhere = exposure(grantNotSeen, oldVersion, across)
    expect(elsewhere?.because).toEqual(['the registry is in another subscription'])
    const fresh = { ...sp, crossSubscription: null, grantAgeHours: 1 }
    expect(exposure(grantNotSeen, oldVersion, fresh)?.because).toEqual([
      'the grant is less than 2 hours old'
    ])
    expect(exposure('acr-msi-empty-cache', linuxPool('1.17.9'), {})?.because).toStrictEqual([])
    const alone = exposure('acr-msi-multi-registry', linuxPool('1.17.13'), {})
    expect(alone?.because).toEqual([expect.stringContaining('at most 1 registry')])
  })

  test('what the fix leaves', () => {
    const remains = exposure('acr-regional-endpoint-unmatched', newImage, {
      ...geoHost,
      ...sp
    })?.remains
    expect(remains).toEqual([expect.stringContaining('#10720')])
  })
})

test.each([
  ['acr-msi-empty-cache', linuxPool('1.17.9'), true],
  ['acr-msi-empty-cache', linuxPool('1.34.2'), false],
  ['acr-msi-empty-cache', linuxPool(null), false],
  ['acr-sp-grant-not-seen', linuxPool(null), true],
  ['acr-regional-endpoint-unmatched', linuxPool(null), true],
  ['acr-regional-endpoint-unmatched', linuxPool('1.29.9'), false],
  ['acr-msi-multi-registry', linuxPool('1.17.14'), true],
  ['acr-arm-audience-disabled', linuxPool('1.32.3'), true],
  ['acr-arm-audience-disabled', newImage, false],
  ['acr-regional-endpoint-unmatched', newImage, true]
])('the fix table of %s alone tells whether pulls need a look', (id, pool, expected) => {
  const issue = issueById(id)
  expect(canShow(issue, statusOf(issue, pool))).toBe(expected)
})

import { describe, expect, test } from '@jest/globals'
import { reasonOf } from '../../../src/access/pull-access.ts'
import { indexFacts } from '../../../src/access/facts-index.ts'
import type { Principal } from '../../../src/access/rbac/access.ts'
import { createGrants } from '../../../src/access/rbac/grants.ts'
import { unknown } from '../../../src/facts/fact.ts'
import {
  abac,
  decide,
  kubeletPrincipal,
  nameStarts,
  noMode,
  notPull,
  only,
  openCondition
} from '../deciding.ts'
import {
  assigned,
  assignment,
  contentRead,
  denials,
  factsWith,
  group,
  groupScope,
  kubelet,
  metadataRead,
  pullRead,
  registry,
  role,
  roles,
  subscriptionScope,
  tenant,
  type Setting
} from '../facts-builder.ts'

const wildcard = {
  ...role('wildcard', 'Registry team', { actions: ['Microsoft.ContainerRegistry/*'] }),
  custom: true
}

const spelledOut = {
  ...role(
    'wildcard',
    'Registry team',
    { actions: ['Microsoft.ContainerRegistry/*'] },
    { actions: [pullRead] }
  ),
  custom: true
}

const twoEntries = role(
  'two-entries',
  'Repository expert',
  { dataActions: [contentRead], condition: openCondition, conditionVersion: '2.0' },
  { dataActions: [contentRead], condition: nameStarts('team/'), conditionVersion: '2.0' }
)

const lister = role('lister', 'Tag lister', { dataActions: [metadataRead] })
const contentOnly = role('content-only', 'Content reader', { dataActions: [contentRead] })

const forbidden = unknown('forbidden', 'the caller may not read it', 'Microsoft.X/read')

describe('a grant', () => {
  test.each<[string, Setting]>([
    ['AcrPull at the registry', { held: [assignment(roles.pull)] }],
    ['Reader at /', { held: [assignment(roles.reader, { scope: '/' })] }],
    [
      'Contributor at the subscription',
      { held: [assignment(roles.contributor, { scope: subscriptionScope })] }
    ],
    [
      'AcrPush at a management group',
      {
        held: [
          assignment(roles.push, {
            scope: '/providers/Microsoft.Management/managementGroups/platform'
          })
        ]
      }
    ],
    [
      'AcrPull through a group',
      { held: [assignment(roles.pull, { principalId: group, principalType: 'Group' })] }
    ],
    ['Repository Reader on ABAC', { registry: abac, held: [assignment(roles.repositoryReader)] }],
    [
      'Repository Reader on ABAC for this prefix',
      { registry: abac, held: [assignment(roles.repositoryReader, { condition: only('team/') })] }
    ],
    [
      'a condition on repositories, which legacy pulls do not meet',
      { held: [assignment(roles.pull, { condition: only('other/') })] }
    ],
    [
      'NotActions of one role healed by a second role',
      { held: [assignment(notPull), assignment(roles.pull)], definitions: [notPull] }
    ],
    [
      'one of two entries that allows the repository',
      { registry: abac, held: [assignment(twoEntries)], definitions: [twoEntries] }
    ],
    [
      'both modes covered where the mode is not told',
      { registry: noMode, held: [assignment(roles.pull), assignment(roles.repositoryReader)] }
    ],
    [
      'an old assignment of a deleted role beside a good one',
      { held: [assignment(role('gone', 'gone')), assignment(roles.pull)] }
    ],
    [
      'a condition that excludes, healed by a second assignment',
      {
        registry: abac,
        held: [
          assignment(roles.repositoryReader, { condition: only('other/') }),
          assignment(roles.repositoryReader, { condition: only('team/') })
        ]
      }
    ]
  ])('pulls: %s', (_name, setting) => {
    expect(decide(setting)).toMatchObject({ result: 'granted', by: { kind: 'granted' } })
  })

  test('is told with role, scope and inheritance', () => {
    const { because } = decide({ held: [assignment(roles.pull, { scope: groupScope })] })
    expect(because).toEqual([
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) holds AcrPull at resource group rg-images, inherited by the registry.`
    ])
  })

  test('through a group names the group', () => {
    const decision = decide({
      held: [assignment(roles.pull, { principalId: group, principalType: 'Group' })]
    })
    expect(reasonOf(decision)).toMatchObject({ kind: 'granted', viaGroup: true })
    expect(decision.because).toEqual([
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) is a member of group ${group}, which holds AcrPull at registry contoso.`
    ])
  })

  test.each<[string, Setting, string]>([
    [
      'direct before through a group',
      {
        held: [
          assignment(roles.reader, { principalId: group }),
          assignment(roles.pull, { createdOn: '2026-11-20T07:59:00Z' })
        ]
      },
      'AcrPull'
    ],
    [
      'old before fresh',
      {
        held: [
          assignment(roles.pull, { createdOn: '2026-11-20T07:59:00Z' }),
          assignment(roles.push)
        ]
      },
      'AcrPush'
    ],
    [
      'an update makes an assignment fresh',
      {
        held: [
          assignment(roles.pull, { updatedOn: '2026-11-20T07:59:00Z' }),
          assignment(roles.push)
        ]
      },
      'AcrPush'
    ],
    [
      'dated before undated',
      {
        held: [assignment(roles.pull, { createdOn: null }), assignment(roles.push)]
      },
      'AcrPush'
    ],
    [
      'the nearest of undated ones',
      {
        held: [
          assignment(roles.push, { createdOn: null, scope: groupScope }),
          assignment(roles.pull, { createdOn: null })
        ]
      },
      'AcrPull'
    ],
    [
      'unconditional before conditional',
      {
        registry: abac,
        definitions: [contentOnly],
        held: [
          assignment(roles.repositoryReader, { condition: only('team/') }),
          assignment(contentOnly)
        ]
      },
      'Content reader'
    ],
    [
      'near before far',
      {
        held: [
          assignment(roles.reader, { scope: '/' }),
          assignment(roles.pull, { scope: groupScope })
        ]
      },
      'AcrPull'
    ]
  ])('the steadiest evidence is shown: %s', (_name, setting, shown) => {
    expect(reasonOf(decide(setting))).toMatchObject({ kind: 'granted', grant: { role: shown } })
  })

  test.each<[string, Setting, string]>([
    [
      'a custom wildcard',
      { held: [assignment(wildcard)], definitions: [wildcard] },
      'Custom role Registry team grants the pull by a wildcard'
    ],
    [
      'no right to list tags',
      { registry: abac, held: [assignment(contentOnly)], definitions: [contentOnly] },
      'pulls work, listing tags does not'
    ],
    [
      'AND and OR side by side',
      {
        registry: abac,
        held: [
          assignment(roles.repositoryReader, {
            condition: `${nameStarts('team/')} OR ${nameStarts('x')} AND ${nameStarts('y')}`
          })
        ]
      },
      'AND and OR side by side'
    ]
  ])('notes %s', (_name, setting, note) => {
    const decision = decide(setting)
    expect(reasonOf(decision)).toMatchObject({
      kind: 'granted',
      notes: [expect.stringContaining(note)]
    })
    expect(decision.because.join(' ')).toContain(note)
  })

  test.each<[string, Setting]>([
    ['a built-in wildcard', { held: [assignment(roles.reader)] }],
    [
      'a custom role that spells the pull out beside a wildcard',
      { held: [assignment(wildcard)], definitions: [spelledOut] }
    ],
    [
      'a right to list tags from another assignment',
      {
        registry: abac,
        held: [assignment(contentOnly), assignment(lister)],
        definitions: [contentOnly, lister]
      }
    ],
    [
      'a condition that reads one way only',
      { registry: abac, held: [assignment(roles.repositoryReader, { condition: only('team/') })] }
    ]
  ])('notes nothing on %s', (_name, setting) => {
    expect(reasonOf(decide(setting))).toMatchObject({ kind: 'granted', notes: [] })
  })
})

describe('what cannot be decided is unknown', () => {
  test.each<[string, Setting, string]>([
    [
      'assignments that may not be read',
      { facts: { assignments: [assigned([], { answer: forbidden })] } },
      'fact-missing'
    ],
    ['assignments that nobody asked for', { facts: { assignments: [] } }, 'fact-missing'],
    [
      'groups that were not resolved',
      { facts: { assignments: [assigned([], { groupsResolved: false })] } },
      'groups-not-resolved'
    ],
    [
      'a role definition that may not be read',
      {
        held: [assignment(roles.pull)],
        facts: { roleDefinitions: [{ key: 'granted', answer: forbidden }] }
      },
      'fact-missing'
    ],
    [
      'a condition on the environment',
      { registry: abac, held: [assignment(roles.repositoryReader, { condition: openCondition })] },
      'condition-not-decidable'
    ],
    [
      'a condition that does not parse',
      { registry: abac, held: [assignment(roles.repositoryReader, { condition: 'hello' })] },
      'condition-not-decidable'
    ],
    [
      'AcrPull, mode not told',
      { registry: noMode, held: [assignment(roles.pull)] },
      'mode-unknown'
    ],
    [
      'AcrPull, denials may not be read',
      {
        held: [assignment(roles.pull)],
        facts: { denyAssignments: [denials([], { answer: forbidden })] }
      },
      'deny-not-decidable'
    ],
    [
      'AcrPull, denials not collected',
      { held: [assignment(roles.pull)], facts: { denyAssignments: [] } },
      'deny-not-decidable'
    ]
  ])('%s', (_name, setting, kind) => {
    expect(decide(setting)).toMatchObject({ result: 'undecided', open: { kind } })
  })

  test('unreadable groups do not hide a direct grant', () => {
    const answer = assigned([assignment(roles.pull)], { groupsResolved: false })
    expect(decide({ facts: { assignments: [answer] } }).result).toBe('granted')
  })

  test('a grant of somebody else counts only where groups were resolved', () => {
    const byGroup = assignment(roles.pull, { principalId: group })
    const resolved = assigned([byGroup])
    const unresolved = assigned([byGroup], { groupsResolved: false })
    expect(decide({ facts: { assignments: [resolved] } }).result).toBe('granted')
    expect(decide({ facts: { assignments: [unresolved] } })).toMatchObject({
      result: 'undecided',
      open: { kind: 'groups-not-resolved' }
    })
  })

  test('an unreadable role does not hide a good one', () => {
    const held = [assignment(role('unread', 'Unread')), assignment(roles.pull)]
    expect(decide({ held }).result).toBe('granted')
  })

  test('an unreadable role whose condition excludes is no grant', () => {
    const held = [assignment(role('unread', 'Unread'), { condition: 'true BoolEquals false' })]
    expect(decide({ held }).result).toBe('refused')
  })

  test('without a grant, unreadable denials change nothing', () => {
    expect(
      decide({ facts: { denyAssignments: [denials([], { answer: forbidden })] } })
    ).toMatchObject({
      result: 'refused',
      cause: { kind: 'no-grant' }
    })
  })

  test('the missing right is in the cause', () => {
    const setting = {
      held: [assignment(roles.pull)],
      facts: { denyAssignments: [denials([], { answer: forbidden })] }
    }
    expect(reasonOf(decide(setting))).toMatchObject({ reason: { permission: 'Microsoft.X/read' } })
  })
})

describe('tenants', () => {
  const elsewhere = { tenantId: tenant.replace('2', '3') }
  const loud = tenant.toUpperCase()
  const held = [assignment(roles.pull)]
  const application = { kind: 'service-principal' } as const

  test('a managed identity cannot pull from another tenant, whatever is assigned', () => {
    expect(decide({ registry: elsewhere, held })).toMatchObject({
      result: 'refused',
      cause: { kind: 'cross-tenant', clusterTenant: tenant, registryTenant: elsewhere.tenantId }
    })
  })

  test.each([
    ['that the registry does not tell', tenant, null],
    ['that the cluster does not tell', null, tenant],
    ['that nobody tells', null, null],
    ['in capitals at the registry', tenant, loud],
    ['in capitals at the cluster', loud, tenant]
  ])('a tenant %s is not another one', (_name, ofCluster, ofRegistry) => {
    const principals = [{ tenantId: ofCluster }, { tenantId: ofCluster, ...application }]
    const target = { tenantId: ofRegistry }
    for (const principal of principals)
      expect(decide({ registry: target, held }, 'team/app', principal).result).toBe('granted')
    expect(decide({ registry: target }, 'team/app', { tenantId: ofCluster })).toMatchObject({
      result: 'refused',
      cause: { kind: 'no-grant' }
    })
    // A managed identity of another tenant cannot pull either; an application can, with an object id of its own there.
    const isTold = ofCluster !== null && ofRegistry !== null
    const asApplication = { tenantId: ofCluster, ...application }
    expect(decide({ registry: target }, 'team/app', asApplication).result).toBe(
      isTold ? 'refused' : 'undecided'
    )
  })

  test('a service principal may have a grant there under another object id', () => {
    const puller = { kind: 'service-principal', objectId: kubelet, name: null } as const
    expect(decide({ registry: elsewhere }, 'team/app', { ...application, puller })).toMatchObject({
      result: 'undecided',
      open: { kind: 'principal-unknown', clientId: kubelet }
    })
    const named = { ...application, puller: { ...puller, name: 'its-client-id' } }
    expect(reasonOf(decide({ registry: elsewhere }, 'team/app', named))).toMatchObject({
      clientId: 'its-client-id'
    })
    expect(decide({ registry: elsewhere, held }, 'team/app', application).result).toBe('granted')
  })
})

describe('one identity that pulls in several ways', () => {
  const { puller } = kubeletPrincipal
  const base: Principal = { ...kubeletPrincipal, kind: 'service-principal' }
  const loud = { ...base, objectId: base.objectId.toUpperCase() }

  test.each<[string, Principal, string]>([
    [
      'another kind',
      { ...base, puller: { ...puller, kind: 'service-account-identity' } },
      'granted'
    ],
    ['another name', { ...base, puller: { ...puller, name: 'another' } }, 'granted'],
    ['another tenant', { ...base, kind: 'managed-identity', tenantId: group }, 'refused']
  ])('has words of its own for %s', (_name, other, result) => {
    const grants = createGrants(indexFacts(factsWith({ held: [assignment(roles.pull)] })))
    const first = grants(base, registry(), 'team/app')
    const second = grants(other, registry(), 'team/app')
    expect(second.result).toBe(result)
    expect(second.because).not.toEqual(first.because)
    expect(grants(base, registry(), 'team/app')).toBe(first)
    expect(grants(other, registry(), 'team/app')).toBe(second)
  })

  test('is found in other letters', () => {
    expect(decide({ held: [assignment(roles.pull)] }, 'team/app', loud).result).toBe('granted')
  })
})

test('a decision is made once for each repository that a condition tells apart, and once for all others', () => {
  const setting: Setting = {
    registry: abac,
    held: [assignment(roles.repositoryReader, { condition: only('team/') })]
  }
  const grants = createGrants(indexFacts(factsWith(setting)))
  const target = registry(setting.registry)
  const first = grants(kubeletPrincipal, target, 'team/app')
  expect(grants(kubeletPrincipal, target, 'team/app')).toBe(first)
  expect(grants(kubeletPrincipal, target, 'other/app').result).toBe('refused')

  const plain = createGrants(indexFacts(factsWith({ held: [assignment(roles.pull)] })))
  expect(plain(kubeletPrincipal, registry(), 'a')).toBe(plain(kubeletPrincipal, registry(), 'b'))
})

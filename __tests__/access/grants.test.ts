import { describe, expect, test } from '@jest/globals'
import type { Principal } from '../../src/access/access.ts'
import { indexFacts } from '../../src/access/facts-index.ts'
import { createGrants, type Decision } from '../../src/access/grants.ts'
import { known, unknown } from '../../src/facts/fact.ts'
import { builtInRoles } from './built-in-roles.ts'
import {
  assigned,
  assignment,
  contentRead,
  denials,
  deny,
  everyone,
  factsWith,
  group,
  groupScope,
  kubelet,
  metadataRead,
  permission,
  pullRead,
  registry,
  registryScope,
  role,
  roles,
  subscriptionScope,
  tenant,
  type Setting
} from './facts-builder.ts'

const kubeletPrincipal: Principal = {
  objectId: kubelet,
  puller: { kind: 'kubelet-identity', objectId: kubelet, name: 'aks-prod-agentpool' },
  kind: 'managed-identity',
  tenantId: tenant
}

const decide = (
  setting: Setting,
  repository = 'team/app',
  principal: Partial<Principal> = {}
): Decision =>
  createGrants(indexFacts(factsWith(setting)))(
    { ...kubeletPrincipal, ...principal },
    registry(setting.registry),
    repository
  )

const abac = { roleAssignmentMode: 'abac' } as const
const noMode = { roleAssignmentMode: null } as const
const forbidden = unknown('forbidden', 'the caller may not read it', 'Microsoft.X/read')

const nameIs = (repository: string): string =>
  `@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringStartsWithIgnoreCase '${repository}'`
const only = (repository: string): string =>
  `(!(ActionMatches{'${contentRead}'}) AND !(ActionMatches{'${metadataRead}'})) OR (${nameIs(repository)})`
const openCondition = '@Environment[isPrivateLink] BoolEquals true'

const notPull = role('not-pull', 'Registry operator', {
  actions: ['Microsoft.ContainerRegistry/*'],
  notActions: [pullRead],
  dataActions: ['Microsoft.ContainerRegistry/*'],
  notDataActions: [contentRead]
})
const wildcard = {
  ...role('wildcard', 'Registry team', { actions: ['Microsoft.ContainerRegistry/*'] }),
  custom: true
}
const twoEntries = role(
  'two-entries',
  'Repository expert',
  { dataActions: [contentRead], condition: openCondition, conditionVersion: '2.0' },
  { dataActions: [contentRead], condition: nameIs('team/'), conditionVersion: '2.0' }
)
const contentOnly = role('content-only', 'Content reader', { dataActions: [contentRead] })
const ignored = role('ignored', 'Reader of all data', { actions: ['*'], dataActions: ['*'] })

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
    expect(decide(setting)).toMatchObject({ result: 'pull', cause: { kind: 'granted' } })
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
    expect(decision.cause).toMatchObject({ kind: 'granted', viaGroup: true })
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
    expect(decide(setting).cause).toMatchObject({ kind: 'granted', grant: { role: shown } })
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
            condition: `${nameIs('team/')} OR ${nameIs('x')} AND ${nameIs('y')}`
          })
        ]
      },
      'AND and OR side by side'
    ]
  ])('notes %s', (_name, setting, note) => {
    const { cause, because } = decide(setting)
    expect(cause).toMatchObject({ kind: 'granted', notes: [expect.stringContaining(note)] })
    expect(because.join(' ')).toContain(note)
  })

  test('of a built-in wildcard needs no note', () => {
    expect(decide({ held: [assignment(roles.reader)] }).cause).toMatchObject({ notes: [] })
  })
})

describe('built-in roles are judged by their permissions', () => {
  test.each(
    builtInRoles.map(({ definition, pulls }) => [definition.name, pulls, definition] as const)
  )('%s pulls in mode: %s', (_name, pulls, definition) => {
    const resultIn = (changes: Setting['registry']) =>
      decide({ registry: changes ?? {}, held: [assignment(definition)], definitions: [definition] })
        .result
    expect([resultIn({}), resultIn(abac)]).toEqual([
      pulls === 'legacy' || pulls === 'both' ? 'pull' : 'no-pull',
      pulls === 'abac' || pulls === 'both' ? 'pull' : 'no-pull'
    ])
  })

  test('24 of them pull in legacy mode, 6 in ABAC mode', () => {
    const count = (mode: 'legacy' | 'abac') =>
      builtInRoles.filter(({ pulls }) => pulls === mode || pulls === 'both').length
    expect([count('legacy'), count('abac')]).toEqual([24, 6])
  })
})

describe('no grant, and why', () => {
  test.each<[string, Setting, string]>([
    ['nothing assigned', {}, 'no-grant'],
    [
      'a role about something else',
      { held: [assignment(roles.network, { scope: '/' })] },
      'no-grant'
    ],
    [
      'an assignment below the registry',
      { held: [assignment(roles.pull, { scope: `${registryScope('contoso')}/scopeMaps/x` })] },
      'no-grant'
    ],
    [
      'AcrPull on ABAC',
      { registry: abac, held: [assignment(roles.pull)] },
      'role-ineffective-in-mode'
    ],
    [
      'Contributor at / on ABAC',
      { registry: abac, held: [assignment(roles.contributor, { scope: '/' })] },
      'role-ineffective-in-mode'
    ],
    [
      'Repository Reader on legacy',
      { held: [assignment(roles.repositoryReader)] },
      'role-ineffective-in-mode'
    ],
    [
      'a condition for another prefix',
      { registry: abac, held: [assignment(roles.repositoryReader, { condition: only('other/') })] },
      'condition-excludes-repository'
    ],
    [
      'a condition beside a role of the other mode',
      {
        registry: abac,
        held: [
          assignment(roles.pull),
          assignment(roles.repositoryReader, { condition: only('other/') })
        ]
      },
      'condition-excludes-repository'
    ],
    [
      'Catalog Lister',
      { registry: abac, held: [assignment(roles.catalogLister)] },
      'role-lacks-pull-action'
    ],
    [
      'NotActions that take the pull back',
      { held: [assignment(notPull)], definitions: [notPull] },
      'role-lacks-pull-action'
    ],
    [
      'NotDataActions that take the pull back',
      { registry: abac, held: [assignment(notPull)], definitions: [notPull] },
      'role-lacks-pull-action'
    ],
    ['nothing in either mode, mode not told', { registry: noMode }, 'no-grant'],
    [
      'a condition that excludes, mode not told',
      {
        registry: noMode,
        held: [assignment(roles.repositoryReader, { condition: only('other/') })]
      },
      'condition-excludes-repository'
    ]
  ])('%s', (_name, setting, kind) => {
    const decision = decide(setting)
    expect(decision.cause.kind).toBe(kind)
    expect(decision.result).toBe('no-pull')
  })

  test('the repositories that a condition names are printed', () => {
    const { because } = decide({
      registry: abac,
      held: [
        assignment(roles.repositoryReader, {
          condition: `${nameIs('backend/')} OR ${nameIs('web/')}`
        })
      ]
    })
    expect(because.at(-1)).toBe(
      "That Container Registry Repository Reader does not reach repository team/app: its condition names 'backend/' and 'web/'."
    )
  })

  test('a grant at another registry is mentioned', () => {
    const elsewhere = assigned([assignment(roles.pull, { scope: registryScope('fabrikam') })], {
      registryId: registryScope('fabrikam')
    })
    const { cause, because } = decide({ facts: { assignments: [assigned([]), elsewhere] } })
    expect(cause.kind).toBe('no-grant')
    expect(because.at(-1)).toBe('It holds AcrPull at registry fabrikam instead.')
  })

  test('a role of the other mode is told with both sides', () => {
    expect(decide({ registry: abac, held: [assignment(roles.pull)] }).because).toEqual([
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) holds AcrPull at registry contoso.`,
      `On a registry in mode "RBAC Registry + ABAC Repository Permissions" this gives no pull, because it does not include ${contentRead}.`
    ])
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
        facts: { roleDefinitions: [{ key: 'pull', answer: forbidden }] }
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
    expect(decide(setting)).toMatchObject({ result: 'unknown', cause: { kind } })
  })

  test('unreadable groups do not hide a direct grant', () => {
    const answer = assigned([assignment(roles.pull)], { groupsResolved: false })
    expect(decide({ facts: { assignments: [answer] } }).result).toBe('pull')
  })

  test('an unreadable role does not hide a good one', () => {
    const held = [assignment(role('unread', 'Unread')), assignment(roles.pull)]
    expect(decide({ held }).result).toBe('pull')
  })

  test('an unreadable role whose condition excludes is no grant', () => {
    const held = [assignment(role('unread', 'Unread'), { condition: 'true BoolEquals false' })]
    expect(decide({ held }).result).toBe('no-pull')
  })

  test('without a grant, unreadable denials change nothing', () => {
    expect(
      decide({ facts: { denyAssignments: [denials([], { answer: forbidden })] } })
    ).toMatchObject({
      result: 'no-pull',
      cause: { kind: 'no-grant' }
    })
  })

  test('the missing right is in the cause', () => {
    const setting = {
      held: [assignment(roles.pull)],
      facts: { denyAssignments: [denials([], { answer: forbidden })] }
    }
    expect(decide(setting).cause).toMatchObject({ reason: { permission: 'Microsoft.X/read' } })
  })
})

describe('deny assignments', () => {
  const granted = { held: [assignment(roles.pull)] }
  const toGroup = { principals: [{ id: group, type: 'Group' }] }
  const reaching = (ids: readonly string[]) => [{ principalId: kubelet, answer: known(ids) }]
  const withReach = (denied: ReturnType<typeof deny>, ids: readonly string[]): Setting => ({
    ...granted,
    facts: { denyAssignments: [denials([denied], { reaching: reaching(ids) })] }
  })

  test.each<[string, Setting, string]>([
    ['everyone', { ...granted, denied: [deny()] }, 'no-pull'],
    [
      'the principal itself',
      { ...granted, denied: [deny({ principals: [{ id: kubelet, type: 'ServicePrincipal' }] })] },
      'no-pull'
    ],
    [
      'somebody else',
      {
        ...granted,
        denied: [deny({ principals: [{ id: everyone.replace('0', '1'), type: 'User' }] })]
      },
      'pull'
    ],
    [
      'everyone but the principal',
      {
        ...granted,
        denied: [
          deny({ excludedPrincipals: [{ id: kubelet.toUpperCase(), type: 'ServicePrincipal' }] })
        ]
      },
      'pull'
    ],
    [
      'everyone but somebody else',
      { ...granted, denied: [deny({ excludedPrincipals: [{ id: tenant, type: 'User' }] })] },
      'no-pull'
    ],
    [
      'everyone but a group',
      { ...granted, denied: [deny({ excludedPrincipals: [{ id: group, type: 'Group' }] })] },
      'unknown'
    ],
    ['a group, memberships not asked', { ...granted, denied: [deny(toGroup)] }, 'unknown'],
    [
      'a group that holds the principal',
      withReach(deny(toGroup), [deny().id.toUpperCase()]),
      'no-pull'
    ],
    ['a group that does not', withReach(deny(toGroup), []), 'pull'],
    ['everyone, although the list for the principal is empty', withReach(deny(), []), 'no-pull'],
    [
      'writes only',
      {
        ...granted,
        denied: [deny({ permissions: [permission({ actions: ['*/write', '*/delete'] })] })]
      },
      'pull'
    ],
    [
      'all but reads',
      {
        ...granted,
        denied: [deny({ permissions: [permission({ actions: ['*'], notActions: ['*/read'] })] })]
      },
      'pull'
    ],
    [
      'only what the other mode asks',
      { ...granted, denied: [deny({ permissions: [permission({ dataActions: ['*'] })] })] },
      'pull'
    ],
    [
      'at another scope',
      { ...granted, denied: [deny({ scope: registryScope('fabrikam') })] },
      'pull'
    ],
    [
      'above, not for what is below',
      { ...granted, denied: [deny({ doNotApplyToChildScopes: true })] },
      'pull'
    ],
    [
      'at the registry, not for what is below',
      {
        ...granted,
        denied: [deny({ scope: registryScope('CONTOSO'), doNotApplyToChildScopes: true })]
      },
      'no-pull'
    ],
    [
      'under a condition that cannot be known',
      { ...granted, denied: [deny({ condition: openCondition, conditionVersion: '2.0' })] },
      'unknown'
    ],
    [
      'under a condition that is false',
      {
        ...granted,
        denied: [deny({ condition: 'true BoolEquals false', conditionVersion: '2.0' })]
      },
      'pull'
    ],
    [
      'one entry under a condition that cannot be known',
      {
        ...granted,
        denied: [
          deny({
            permissions: [
              permission({ actions: ['*'], condition: openCondition, conditionVersion: '2.0' })
            ]
          })
        ]
      },
      'unknown'
    ],
    ['everyone, and nothing granted', { denied: [deny()] }, 'no-pull'],
    ['a group, and nothing granted', { denied: [deny(toGroup)] }, 'no-pull']
  ])('for %s', (_name, setting, result) => {
    expect(decide(setting).result).toBe(result)
  })

  test('a certain denial goes before unreadable assignments', () => {
    const decision = decide({
      denied: [deny()],
      facts: { assignments: [assigned([], { answer: forbidden })] }
    })
    expect(decision).toMatchObject({ result: 'no-pull', cause: { kind: 'denied' } })
    expect(decision.because.join()).toContain(deny().id)
  })

  test('a denial of some repositories leaves the others alone', () => {
    const setting: Setting = {
      registry: abac,
      held: [assignment(roles.repositoryReader)],
      denied: [deny({ condition: nameIs('secret/'), conditionVersion: '2.0' })]
    }
    expect(decide(setting, 'team/app').result).toBe('pull')
    expect(decide(setting, 'secret/app').cause.kind).toBe('denied')
  })

  test('a denial of both operations counts where the mode is not told', () => {
    expect(
      decide({
        registry: noMode,
        held: [assignment(ignored)],
        definitions: [ignored],
        denied: [deny()]
      }).cause.kind
    ).toBe('denied')
  })
})

describe('tenants', () => {
  const elsewhere = { tenantId: tenant.replace('2', '3') }

  test('a managed identity cannot pull from another tenant, whatever is assigned', () => {
    expect(decide({ registry: elsewhere, held: [assignment(roles.pull)] })).toMatchObject({
      result: 'no-pull',
      cause: { kind: 'cross-tenant', clusterTenant: tenant, registryTenant: elsewhere.tenantId }
    })
  })

  test('a tenant that is not told is not another one', () => {
    expect(decide({ registry: { tenantId: null }, held: [assignment(roles.pull)] }).result).toBe(
      'pull'
    )
  })

  test('tenant ids have no case', () => {
    const setting = { registry: { tenantId: tenant.toUpperCase() }, held: [assignment(roles.pull)] }
    expect(decide(setting).result).toBe('pull')
  })

  test('a service principal may have a grant there under another object id', () => {
    const principal = { kind: 'service-principal' } as const
    expect(decide({ registry: elsewhere }, 'team/app', principal)).toMatchObject({
      result: 'unknown',
      cause: { kind: 'principal-unknown' }
    })
    const held = [assignment(roles.pull)]
    expect(decide({ registry: elsewhere, held }, 'team/app', principal).result).toBe('pull')
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
  expect(grants(kubeletPrincipal, target, 'other/app').result).toBe('no-pull')

  const plain = createGrants(indexFacts(factsWith({ held: [assignment(roles.pull)] })))
  expect(plain(kubeletPrincipal, registry(), 'a')).toBe(plain(kubeletPrincipal, registry(), 'b'))
})

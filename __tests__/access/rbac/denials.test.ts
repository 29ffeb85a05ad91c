import { describe, expect, test } from '@jest/globals'
import { reasonOf } from '../../../src/access/pull-access.ts'
import { known, unknown } from '../../../src/facts/fact.ts'
import { indexFacts } from '../../../src/access/facts-index.ts'
import { createGrants } from '../../../src/access/rbac/grants.ts'
import type { DenyAssignment } from '../../../src/facts/facts.ts'
import { abac, decide, kubeletPrincipal, nameStarts, noMode, openCondition } from '../deciding.ts'
import {
  assigned,
  assignment,
  denials,
  deny,
  everyone,
  factsWith,
  group,
  kubelet,
  permission,
  registry,
  registryScope,
  role,
  roles,
  tenant,
  type Setting
} from '../facts-builder.ts'

const ignored = role('ignored', 'Reader of all data', { actions: ['*'], dataActions: ['*'] })

const forbidden = unknown('forbidden', 'the caller may not read it', 'Microsoft.X/read')

describe('deny assignments', () => {
  const granted = { held: [assignment(roles.pull)] }
  const toGroup = { principals: [{ id: group, type: 'Group' }] }
  const besideUser = deny({ principals: [{ id: tenant, type: 'User' }, ...toGroup.principals] })
  const reaching = (ids: readonly string[]) => [{ principalId: kubelet, answer: known(ids) }]
  const withReach = (denied: ReturnType<typeof deny>, ids: readonly string[]): Setting => ({
    ...granted,
    facts: { denyAssignments: [denials([denied], { reaching: reaching(ids) })] }
  })

  test.each<[string, Setting, string]>([
    ['everyone', { ...granted, denied: [deny()] }, 'refused'],
    [
      'the principal itself',
      { ...granted, denied: [deny({ principals: [{ id: kubelet, type: 'ServicePrincipal' }] })] },
      'refused'
    ],
    [
      'somebody else',
      {
        ...granted,
        denied: [deny({ principals: [{ id: everyone.replace('0', '1'), type: 'User' }] })]
      },
      'granted'
    ],
    [
      'everyone but the principal',
      {
        ...granted,
        denied: [
          deny({ excludedPrincipals: [{ id: kubelet.toUpperCase(), type: 'ServicePrincipal' }] })
        ]
      },
      'granted'
    ],
    [
      'everyone but somebody else',
      { ...granted, denied: [deny({ excludedPrincipals: [{ id: tenant, type: 'User' }] })] },
      'refused'
    ],
    [
      'everyone but a group',
      { ...granted, denied: [deny({ excludedPrincipals: [{ id: group, type: 'Group' }] })] },
      'undecided'
    ],
    [
      'everyone but a user and a group',
      {
        ...granted,
        denied: [
          deny({
            excludedPrincipals: [
              { id: tenant, type: 'User' },
              { id: group, type: 'Group' }
            ]
          })
        ]
      },
      'undecided'
    ],
    [
      'everyone but the principal, which was in a group that is denied',
      {
        ...granted,
        denied: [deny({ ...toGroup, excludedPrincipals: [{ id: kubelet, type: 'Unknown' }] })]
      },
      'granted'
    ],
    ['a group, memberships not asked', { ...granted, denied: [deny(toGroup)] }, 'undecided'],
    [
      'a user and a group, memberships not asked',
      { ...granted, denied: [besideUser] },
      'undecided'
    ],
    [
      'a user and a group that holds the principal',
      withReach(besideUser, [besideUser.id]),
      'refused'
    ],
    ['a user and a group that does not', withReach(besideUser, []), 'granted'],
    [
      'a group that holds the principal',
      withReach(deny(toGroup), [deny().id.toUpperCase()]),
      'refused'
    ],
    ['a group that does not', withReach(deny(toGroup), []), 'granted'],
    ['everyone, although the list for the principal is empty', withReach(deny(), []), 'refused'],
    [
      'writes only',
      {
        ...granted,
        denied: [deny({ permissions: [permission({ actions: ['*/write', '*/delete'] })] })]
      },
      'granted'
    ],
    [
      'all but reads',
      {
        ...granted,
        denied: [deny({ permissions: [permission({ actions: ['*'], notActions: ['*/read'] })] })]
      },
      'granted'
    ],
    [
      'only what the other mode asks',
      { ...granted, denied: [deny({ permissions: [permission({ dataActions: ['*'] })] })] },
      'granted'
    ],
    [
      'at another scope',
      { ...granted, denied: [deny({ scope: registryScope('fabrikam') })] },
      'granted'
    ],
    [
      'above, not for what is below',
      { ...granted, denied: [deny({ doNotApplyToChildScopes: true })] },
      'granted'
    ],
    [
      'at the registry, not for what is below',
      {
        ...granted,
        denied: [deny({ scope: registryScope('CONTOSO'), doNotApplyToChildScopes: true })]
      },
      'refused'
    ],
    [
      'under a condition that cannot be known',
      { ...granted, denied: [deny({ condition: openCondition, conditionVersion: '2.0' })] },
      'undecided'
    ],
    [
      'under a condition that is false',
      {
        ...granted,
        denied: [deny({ condition: 'true BoolEquals false', conditionVersion: '2.0' })]
      },
      'granted'
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
      'undecided'
    ],
    [
      'a user and the principal',
      {
        ...granted,
        denied: [
          deny({
            principals: [
              { id: tenant, type: 'User' },
              { id: kubelet, type: 'ServicePrincipal' }
            ]
          })
        ]
      },
      'refused'
    ],
    [
      'two entries, of which one is under a condition that is false',
      {
        ...granted,
        denied: [
          deny({
            permissions: [
              permission({
                actions: ['*'],
                condition: 'true BoolEquals false',
                conditionVersion: '2.0'
              }),
              permission({ actions: ['*/read'] })
            ]
          })
        ]
      },
      'refused'
    ],
    ['everyone, and nothing granted', { denied: [deny()] }, 'refused'],
    ['a group, and nothing granted', { denied: [deny(toGroup)] }, 'refused']
  ])('for %s', (_name, setting, result) => {
    expect(decide(setting).result).toBe(result)
  })

  test('a certain denial goes before unreadable assignments', () => {
    const decision = decide({
      denied: [deny()],
      facts: { assignments: [assigned([], { answer: forbidden })] }
    })
    expect(decision).toMatchObject({ result: 'refused', cause: { kind: 'denied' } })
    expect(decision.because.join()).toContain(deny().id)
  })

  test('a denial of some repositories leaves the others alone', () => {
    const setting: Setting = {
      registry: abac,
      held: [assignment(roles.repositoryReader)],
      denied: [deny({ condition: nameStarts('secret/'), conditionVersion: '2.0' })]
    }
    expect(decide(setting, 'team/app').result).toBe('granted')
    expect(reasonOf(decide(setting, 'secret/app')).kind).toBe('denied')
  })

  test.each([
    ['denied', { principals: [{ id: kubelet, type: 'ServicePrincipal' }] }, 'refused'],
    ['left out', { excludedPrincipals: [{ id: kubelet, type: 'ServicePrincipal' }] }, 'granted']
  ])('a principal that the cluster spells in capitals is %s', (_name, changes, result) => {
    const principal = { objectId: kubelet.toUpperCase() }
    expect(decide({ ...granted, denied: [deny(changes)] }, 'team/app', principal).result).toBe(
      result
    )
  })

  const secret = { condition: nameStarts('secret/'), conditionVersion: '2.0' }
  const everything = { actions: ['*'], dataActions: ['*'] }

  test.each<[string, Partial<DenyAssignment>]>([
    ['the deny assignment', secret],
    ['its only entry', { permissions: [permission({ ...everything, ...secret })] }],
    [
      'one of its entries',
      {
        permissions: [
          permission({ ...everything, ...secret }),
          permission({ ...everything, condition: 'true BoolEquals false', conditionVersion: '2.0' })
        ]
      }
    ],
    [
      'one of its entries, the other without any and for the other mode',
      {
        permissions: [permission({ ...everything, ...secret }), permission({ actions: ['*'] })]
      }
    ]
  ])('a condition of %s is judged for each repository anew', (_name, changes) => {
    const grants = createGrants(
      indexFacts(
        factsWith({
          registry: abac,
          held: [assignment(roles.repositoryReader)],
          denied: [deny(changes)]
        })
      )
    )
    const results = ['team/app', 'secret/app', 'team/app'].map(
      repository => grants(kubeletPrincipal, registry(abac), repository).result
    )
    expect(results).toEqual(['granted', 'refused', 'granted'])
  })

  test('a denial of both operations counts where the mode is not told', () => {
    const decision = decide({
      registry: noMode,
      held: [assignment(ignored)],
      definitions: [ignored],
      denied: [deny()]
    })
    expect(reasonOf(decision).kind).toBe('denied')
  })
})

import { describe, expect, test } from '@jest/globals'
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
      'unknown'
    ],
    [
      'everyone but the principal, which was in a group that is denied',
      {
        ...granted,
        denied: [deny({ ...toGroup, excludedPrincipals: [{ id: kubelet, type: 'Unknown' }] })]
      },
      'pull'
    ],
    ['a group, memberships not asked', { ...granted, denied: [deny(toGroup)] }, 'unknown'],
    ['a user and a group, memberships not asked', { ...granted, denied: [besideUser] }, 'unknown'],
    [
      'a user and a group that holds the principal',
      withReach(besideUser, [besideUser.id]),
      'no-pull'
    ],
    ['a user and a group that does not', withReach(besideUser, []), 'pull'],
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
      'no-pull'
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
      'no-pull'
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
      denied: [deny({ condition: nameStarts('secret/'), conditionVersion: '2.0' })]
    }
    expect(decide(setting, 'team/app').result).toBe('pull')
    expect(decide(setting, 'secret/app').cause.kind).toBe('denied')
  })

  test.each([
    ['denied', { principals: [{ id: kubelet, type: 'ServicePrincipal' }] }, 'no-pull'],
    ['left out', { excludedPrincipals: [{ id: kubelet, type: 'ServicePrincipal' }] }, 'pull']
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
    expect(results).toEqual(['pull', 'no-pull', 'pull'])
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

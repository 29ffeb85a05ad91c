import { describe, expect, test } from '@jest/globals'
import { reasonOf } from '../../../src/access/pull-access.ts'
import { abac, decide, nameStarts, noMode, notPull, only } from '../deciding.ts'
import {
  assigned,
  assignment,
  contentRead,
  kubelet,
  registryScope,
  role,
  roles,
  type Setting
} from '../facts-builder.ts'

const mixed = role(
  'mixed',
  'Platform team',
  { actions: ['Microsoft.Network/*'] },
  { actions: ['Microsoft.ContainerRegistry/registries/read'] }
)

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
    [
      'an entry about registries beside one about networks',
      { held: [assignment(mixed)], definitions: [mixed] },
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
    expect(reasonOf(decision).kind).toBe(kind)
    expect(decision.result).toBe('refused')
  })

  test('the repositories that a condition names are printed', () => {
    const { because } = decide({
      registry: abac,
      held: [
        assignment(roles.repositoryReader, {
          condition: `${nameStarts('backend/')} OR ${nameStarts('web/')}`
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
    const decision = decide({ facts: { assignments: [assigned([]), elsewhere] } })
    expect(reasonOf(decision).kind).toBe('no-grant')
    expect(decision.because.at(-1)).toBe('It holds AcrPull at registry fabrikam instead.')
  })

  test('a role of the other mode is told with both sides', () => {
    expect(decide({ registry: abac, held: [assignment(roles.pull)] }).because).toEqual([
      `Kubelet identity aks-prod-agentpool (object id ${kubelet}) holds AcrPull at registry contoso.`,
      `On a registry in mode "RBAC Registry + ABAC Repository Permissions" this gives no pull, because it does not include ${contentRead}.`
    ])
  })
})

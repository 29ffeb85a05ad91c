import { describe, expect, test } from '@jest/globals'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { registryId } from '../emulator/arm-bodies/registry.ts'
import { contoso, fabrikam, subscriptionScope } from '../emulator/contoso.ts'
import type { AzureWorldData, FaultData } from '../emulator/world.ts'
import { collectFrom } from './loopback.ts'

const shop = clusterId({ name: 'aks-shop' })
const twoSubscriptions = [{ id: contoso.subscriptionId }, { id: fabrikam.subscriptionId }]
const base: AzureWorldData = {
  clusters: [{ name: 'aks-shop' }],
  registries: [{ name: 'contoso', subscriptionId: fabrikam.subscriptionId }],
  subscriptions: twoSubscriptions
}
const graphDown: FaultData = {
  url: '*ResourceGraph*',
  answer: { kind: 'answer', status: 400, body: { error: { code: 'BadRequest', message: 'no' } } }
}
/** What Resource Graph says about a registry that it has not seen yet. */
const graphEmpty: FaultData = {
  url: '*ResourceGraph*',
  answer: {
    kind: 'answer',
    status: 200,
    body: { totalRecords: 0, count: 0, resultTruncated: 'false', data: [], facets: [] }
  }
}

const find = (world: AzureWorldData, host: string, clusters = [shop]) =>
  collectFrom({ world, request: { clusters, registryHosts: [host] } })

describe('a registry is found', () => {
  test('by its login server, which need not begin with its name', async () => {
    const loginServer = 'shop-0123456789abcdef.azurecr.io'
    const { facts } = await find(
      { ...base, registries: [{ name: 'shop', loginServer }, { name: 'other' }] },
      loginServer
    )
    expect(facts.registries[0]?.answer).toMatchObject({ value: { name: 'shop', loginServer } })
  })

  test('by its regional host', async () => {
    const { facts } = await find(base, 'contoso.westeurope.geo.azurecr.io')
    expect(facts.registries).toMatchObject([
      {
        host: 'contoso.westeurope.geo.azurecr.io',
        answer: { value: { loginServer: 'contoso.azurecr.io' } }
      }
    ])
  })

  test('in any visible subscription when Resource Graph is down', async () => {
    const { facts } = await find(
      { ...base, faults: [graphDown], pageSize: 1 },
      'contoso.azurecr.io'
    )
    expect(facts.registries[0]?.answer).toMatchObject({
      value: { subscriptionId: fabrikam.subscriptionId, tenantId: contoso.tenantId }
    })
    expect(facts.coverage).toEqual([])
  })

  test('in a subscription that the cluster spells in other letters, searched once', async () => {
    const subscriptionId = 'abcdef00-0000-4000-8000-00000000c0de'
    const { facts, requests } = await find(
      {
        clusters: [{ name: 'aks-shop', subscriptionId }],
        registries: [{ name: 'contoso', subscriptionId }],
        subscriptions: [{ id: subscriptionId.toUpperCase() }],
        takenRegistryNames: ['hidden'],
        faults: [graphDown]
      },
      'hidden.azurecr.io',
      [clusterId({ name: 'aks-shop', subscriptionId })]
    )
    expect(facts.registries[0]?.answer).toMatchObject({ reason: { code: 'not-visible' } })
    const lists = requests.filter(({ path }) => path.endsWith('ContainerRegistry/registries'))
    expect(lists).toHaveLength(1)
    expect(lists[0]?.path).toContain(subscriptionId.toUpperCase())
  })

  test('next to a cluster when Resource Graph has not seen it yet', async () => {
    const { facts } = await find(
      { ...base, registries: [{ name: 'contoso' }], faults: [graphEmpty] },
      'contoso.azurecr.io'
    )
    expect(facts.registries[0]?.answer).toMatchObject({
      value: { subscriptionId: contoso.subscriptionId, tenantId: contoso.tenantId }
    })
  })

  test('with its grants when it cannot be read itself', async () => {
    const { facts } = await find(
      {
        ...base,
        faults: [
          {
            url: '*registries/contoso?api-version=2025*',
            answer: {
              kind: 'answer',
              status: 403,
              body: { error: { code: 'Denied', message: '' } }
            }
          }
        ]
      },
      'contoso.azurecr.io'
    )
    expect(facts.registries[0]?.answer).toMatchObject({
      known: false,
      reason: { code: 'forbidden', permission: 'Microsoft.ContainerRegistry/registries/read' }
    })
    expect(facts.assignments).toHaveLength(1)
  })
})

describe('a registry whose login server has a label is read beside the name that nobody answers at', () => {
  const labelled: AzureWorldData = {
    ...base,
    registries: [
      {
        name: 'contoso',
        subscriptionId: fabrikam.subscriptionId,
        loginServer: 'contoso-a1b2c3d4.azurecr.io'
      }
    ]
  }
  test.each([
    ['through Resource Graph', labelled, 'contoso.azurecr.io'],
    ['for a regional host', labelled, 'contoso.westeurope.geo.azurecr.io'],
    ['when Resource Graph is down', { ...labelled, faults: [graphDown] }, 'contoso.azurecr.io']
  ])('%s', async (_name, world, host) => {
    const { facts } = await find(world, host)
    expect(facts.registries).toMatchObject([
      { host, answer: { known: false } },
      {
        host: 'contoso-a1b2c3d4.azurecr.io',
        answer: { known: true, value: { name: 'contoso' } }
      }
    ])
  })

  test('not where the name itself answers', async () => {
    const both: AzureWorldData = {
      ...labelled,
      registries: [...(labelled.registries ?? []), { name: 'contoso', resourceGroup: 'rg-other' }]
    }
    const { facts } = await find(both, 'contoso.azurecr.io')
    expect(facts.registries).toMatchObject([
      { host: 'contoso.azurecr.io', answer: { known: true } }
    ])
  })
})

describe('a registry is not found', () => {
  test('because nobody owns its name', async () => {
    const { facts } = await find(base, 'vacant.azurecr.io')
    expect(facts.registries[0]?.answer).toMatchObject({
      known: false,
      reason: { code: 'name-free', permission: null }
    })
    expect([facts.assignments, facts.denyAssignments, facts.coverage]).toEqual([[], [], []])
  })

  test('because it is out of sight', async () => {
    const { facts } = await find({ ...base, takenRegistryNames: ['hidden'] }, 'hidden.azurecr.io')
    expect(facts.registries[0]?.answer).toMatchObject({
      reason: {
        code: 'not-visible',
        message: expect.stringContaining('hidden.azurecr.io'),
        permission: 'Microsoft.ContainerRegistry/registries/read'
      }
    })
  })

  test('because no registry can have that name', async () => {
    const { facts } = await find(base, 'abc.azurecr.io')
    expect(facts.registries[0]?.answer).toMatchObject({ reason: { code: 'not-found' } })
  })

  test('at a label host: a free name would prove nothing, so it is not asked for', async () => {
    const { facts, requests } = await find(base, 'vacant-0123456789abcdef.azurecr.io')
    expect(facts.registries[0]?.answer).toMatchObject({ reason: { code: 'not-visible' } })
    expect(requests.some(({ path }) => path.endsWith('checkNameAvailability'))).toBe(false)
  })

  test('and whether its name is taken may not be asked: out of sight, never free', async () => {
    const { facts } = await find(
      {
        ...base,
        caller: {
          permissions: [
            {
              actions: [
                'Microsoft.ContainerService/*',
                'Microsoft.ContainerRegistry/registries/read'
              ]
            }
          ]
        }
      },
      'vacant.azurecr.io'
    )
    expect(facts.registries[0]?.answer).toMatchObject({
      reason: {
        code: 'not-visible',
        message: expect.stringContaining('Microsoft.ContainerRegistry/checkNameAvailability/read')
      }
    })
  })

  test.each([
    ['an answer without the verdict', {}],
    ['a verdict of another kind', { nameAvailable: 'true' }]
  ])('and Azure gives %s: out of sight, never free', async (_name, body) => {
    const { facts } = await find(
      {
        ...base,
        faults: [{ url: '*checkNameAvailability*', answer: { kind: 'answer', status: 200, body } }]
      },
      'vacant.azurecr.io'
    )
    expect(facts.registries[0]?.answer).toMatchObject({ reason: { code: 'not-visible' } })
  })

  test('and a subscription could not be searched: that is listed', async () => {
    const { facts } = await find(
      {
        ...base,
        takenRegistryNames: ['hidden'],
        faults: [
          graphDown,
          {
            url: `*${fabrikam.subscriptionId}/providers/Microsoft.ContainerRegistry/registries?*`,
            answer: {
              kind: 'answer',
              status: 403,
              body: { error: { code: 'Denied', message: '' } }
            }
          }
        ]
      },
      'hidden.azurecr.io'
    )
    expect(facts.registries[0]?.answer).toMatchObject({ reason: { code: 'not-visible' } })
    expect(facts.coverage).toMatchObject([
      { subject: `subscription ${fabrikam.subscriptionId}`, reason: { code: 'forbidden' } }
    ])
  })

  test('and no cluster is named: the name is checked through any visible subscription', async () => {
    const { facts } = await find(base, 'vacant.azurecr.io', [])
    expect(facts.registries[0]?.answer).toMatchObject({ reason: { code: 'name-free' } })
  })

  test('and no subscription is visible at all', async () => {
    const { facts } = await find({ ...base, caller: { permissions: [] } }, 'vacant.azurecr.io', [])
    expect(facts.registries[0]?.answer).toMatchObject({
      reason: {
        code: 'not-visible',
        message: expect.stringContaining('no subscription is visible')
      }
    })
  })
})

test('a registry that Resource Graph still shows after its deletion is gone', async () => {
  const id = registryId({ name: 'deleted' })
  const { facts } = await find(
    {
      ...base,
      registries: [],
      faults: [
        {
          url: '*ResourceGraph*',
          answer: {
            kind: 'answer',
            status: 200,
            body: {
              totalRecords: 1,
              count: 1,
              resultTruncated: 'false',
              data: [
                {
                  id,
                  type: 'microsoft.containerregistry/registries',
                  tenantId: contoso.tenantId,
                  loginServer: 'deleted.azurecr.io'
                }
              ]
            }
          }
        }
      ]
    },
    'deleted.azurecr.io'
  )
  expect(facts.registries[0]?.answer).toMatchObject({ reason: { code: 'name-free' } })
})

test('with the rights at cluster and registry alone, everything is read', async () => {
  const registry = registryId({ name: 'contoso' })
  const { facts } = await find(
    {
      ...base,
      registries: [{ name: 'contoso' }],
      customRoles: [
        {
          id: '70000000-0000-0000-0000-000000000001',
          name: 'Contoso puller',
          permissions: [{ actions: ['Microsoft.ContainerRegistry/registries/pull/read'] }],
          assignableScopes: [subscriptionScope(contoso.subscriptionId)]
        }
      ],
      roleAssignments: ['AcrPull', '70000000-0000-0000-0000-000000000001'].map(role => ({
        principalId: contoso.kubeletObjectId,
        role,
        scope: registry
      })),
      caller: {
        permissions: [
          { actions: ['Microsoft.ContainerService/managedClusters/read'], scope: shop },
          {
            actions: [
              'Microsoft.ContainerRegistry/registries/read',
              'Microsoft.Authorization/roleAssignments/read',
              'Microsoft.Authorization/roleDefinitions/read',
              'Microsoft.Authorization/denyAssignments/read'
            ],
            scope: registry
          }
        ]
      }
    },
    'contoso.azurecr.io'
  )
  const answers = [
    ...facts.clusters,
    ...facts.registries,
    ...facts.assignments,
    ...facts.denyAssignments,
    ...facts.roleDefinitions
  ]
  expect(answers.map(({ answer }) => answer.known)).toEqual([true, true, true, true, true, true])
})

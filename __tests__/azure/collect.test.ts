import { describe, expect, test } from '@jest/globals'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { registryId } from '../emulator/arm-bodies/registry.ts'
import { contoso, fabrikam, managementGroupScope } from '../emulator/contoso.ts'
import { longestChain } from '../emulator/recorded-requests.ts'
import type { AzureWorldData } from '../emulator/world.ts'
import { collectFrom, now } from './loopback.ts'

const shop = clusterId({ name: 'aks-shop' })
const contosoRegistry = registryId({ name: 'contoso' })
const acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

const oneOfEach: AzureWorldData = {
  clusters: [{ name: 'aks-shop' }],
  registries: [{ name: 'contoso' }],
  roleAssignments: [
    { principalId: contoso.kubeletObjectId, role: 'AcrPull', scope: contosoRegistry }
  ]
}
const askForBoth = { clusters: [shop], registryHosts: ['contoso.azurecr.io'] }

describe('a cluster and a registry', () => {
  test('become facts with the grant, its role and when they were read', async () => {
    const { facts } = await collectFrom({ world: oneOfEach, request: askForBoth })
    expect(facts).toMatchObject({
      schemaVersion: '1',
      collectedAt: now.toISOString(),
      cloud: { name: 'AzurePublicCloud', registrySuffixes: ['azurecr.io'] },
      clusters: [{ id: shop, answer: { known: true, value: { name: 'aks-shop' } } }],
      registries: [
        {
          host: 'contoso.azurecr.io',
          answer: {
            value: { id: contosoRegistry, roleAssignmentMode: 'legacy', tenantId: contoso.tenantId }
          }
        }
      ],
      assignments: [
        {
          registryId: contosoRegistry,
          principalId: contoso.kubeletObjectId,
          groupsResolved: true,
          answer: { value: [{ scope: contosoRegistry }] }
        }
      ],
      denyAssignments: [{ registryId: contosoRegistry, answer: { value: [] }, reaching: [] }],
      roleDefinitions: [{ key: acrPull, answer: { value: { name: 'AcrPull' } } }],
      coverage: []
    })
  })

  test('every request says who asks and comes from the signed-in principal', async () => {
    const { requests } = await collectFrom({ world: oneOfEach, request: askForBoth })
    expect(requests.every(({ userAgent }) => userAgent.startsWith('acr-pull-check/0.0.0 '))).toBe(
      true
    )
    expect(new Set(requests.map(({ principal }) => principal))).toEqual(
      new Set([contoso.callerObjectId])
    )
  })

  test('two collections give the same facts in the same order', async () => {
    const names = ['contoso', 'fabrikam', 'northwind']
    const collection = {
      world: {
        clusters: [{ name: 'aks-shop' }],
        registries: names.map(name => ({ name })),
        roleAssignments: [reader, acrPull].map(role => ({
          principalId: contoso.kubeletObjectId,
          role,
          scope: '/'
        }))
      },
      request: { clusters: [shop], registryHosts: names.map(name => `${name}.azurecr.io`) }
    }
    const [one, other] = [await collectFrom(collection), await collectFrom(collection)]
    expect(JSON.stringify(one.facts)).toBe(JSON.stringify(other.facts))
  })
})

describe('what a collection costs', () => {
  test('one cluster and three registries: 2 requests, 3 for each registry, 1 for each role', async () => {
    const names = ['contoso', 'fabrikam', 'northwind']
    const { requests } = await collectFrom({
      world: {
        clusters: [{ name: 'aks-shop' }],
        registries: names.map(name => ({ name })),
        roleAssignments: [
          ...names.map(name => ({
            principalId: contoso.kubeletObjectId,
            role: 'AcrPull',
            scope: registryId({ name })
          })),
          { principalId: contoso.kubeletObjectId, role: 'Reader', scope: '/' }
        ]
      },
      request: { clusters: [shop], registryHosts: names.map(name => `${name}.azurecr.io`) },
      options: { latency: 100 }
    })
    expect(requests).toHaveLength(2 + 3 * 3 + 2)
    expect(longestChain(requests)).toBe(3)
  })

  test('two clusters with one identity and two hosts of one registry ask once', async () => {
    const { requests, facts } = await collectFrom({
      world: { ...oneOfEach, clusters: [{ name: 'aks-shop' }, { name: 'aks-desk' }] },
      request: {
        clusters: [shop, clusterId({ name: 'aks-desk' })],
        registryHosts: ['contoso.azurecr.io', 'contoso.westeurope.geo.azurecr.io']
      }
    })
    expect(requests).toHaveLength(3 + 3 + 1)
    expect(facts.registries.map(({ host, answer }) => [host, answer.known])).toEqual([
      ['contoso.azurecr.io', true],
      ['contoso.westeurope.geo.azurecr.io', true]
    ])
  })

  test('requests wait their turn when there are more than allowed at a time', async () => {
    const names = Array.from({ length: 6 }, (_value, index) => `contoso${index}`)
    const { requests } = await collectFrom({
      world: { registries: names.map(name => ({ name })) },
      request: { registryHosts: names.map(name => `${name}.azurecr.io`) },
      limits: { concurrentRequests: 2 },
      options: { latency: 20 }
    })
    const atOnce = requests.map(
      ({ startedAt }) =>
        requests.filter(
          other => other.startedAt <= startedAt && (other.finishedAt ?? Infinity) > startedAt
        ).length
    )
    expect(requests).toHaveLength(13)
    expect(Math.max(...atOnce)).toBe(2)
  })

  test('without hosts only the clusters are read', async () => {
    const { requests } = await collectFrom({ world: oneOfEach, request: { clusters: [shop] } })
    expect(requests).toHaveLength(1)
  })
})

describe('grants', () => {
  test('come from management groups and through groups, in one list of several pages', async () => {
    const group = '46000000-0000-0000-0000-000000000001'
    const { facts } = await collectFrom({
      world: {
        ...oneOfEach,
        subscriptions: [
          { id: contoso.subscriptionId, managementGroups: [contoso.managementGroup] }
        ],
        groups: [{ objectId: group, members: [contoso.kubeletObjectId] }],
        roleAssignments: [
          { principalId: contoso.kubeletObjectId, role: 'AcrPull', scope: contosoRegistry },
          {
            principalId: group,
            principalType: 'Group',
            role: 'Reader',
            scope: managementGroupScope(contoso.managementGroup)
          },
          { principalId: contoso.kubeletObjectId, role: 'Contributor', scope: '/' },
          { principalId: contoso.controlPlaneObjectId, role: 'AcrPull', scope: '/' }
        ],
        pageSize: 2
      },
      request: askForBoth
    })
    const [answer] = facts.assignments
    expect(answer?.answer.known === true && answer.answer.value.map(({ scope }) => scope)).toEqual([
      contosoRegistry,
      managementGroupScope(contoso.managementGroup),
      '/'
    ])
    expect(facts.roleDefinitions).toHaveLength(3)
  })

  test('of a principal that Entra no longer has are listed without groups', async () => {
    const { facts } = await collectFrom({
      world: { ...oneOfEach, deletedPrincipals: [contoso.kubeletObjectId] },
      request: askForBoth
    })
    expect(facts.assignments).toMatchObject([
      { groupsResolved: false, answer: { known: true, value: [{ scope: contosoRegistry }] } }
    ])
  })

  test('of a service principal are read for the object id that the user gave', async () => {
    const principal = '44000000-0000-0000-0000-000000000001'
    const clusters = [
      {
        name: 'aks-shop',
        nodeIdentity: {
          kind: 'service-principal' as const,
          clientId: '43000000-0000-0000-0000-000000000001'
        }
      }
    ]
    const unknown = await collectFrom({ world: { ...oneOfEach, clusters }, request: askForBoth })
    expect(unknown.facts.assignments).toEqual([])
    const given = await collectFrom({
      world: { ...oneOfEach, clusters },
      request: { ...askForBoth, kubeletObjectId: principal }
    })
    expect(given.facts.assignments).toMatchObject([
      { principalId: principal, answer: { value: [] } }
    ])
  })

  test('with an object id that is none are not asked for', async () => {
    const { facts, requests } = await collectFrom({
      world: {
        ...oneOfEach,
        clusters: [
          { name: 'aks-shop', nodeIdentity: { kind: 'managed', objectId: "x') or (1 eq 1" } }
        ]
      },
      request: askForBoth
    })
    expect(facts.assignments).toMatchObject([
      { answer: { known: false, reason: { code: 'unexpected-answer' } } }
    ])
    expect(requests.some(({ path }) => path.endsWith('roleAssignments'))).toBe(false)
  })
})

describe('clusters', () => {
  test('a profile of a preview version is seen', async () => {
    const { facts } = await collectFrom({
      world: {
        clusters: [
          {
            name: 'aks-shop',
            previewProperties: {
              securityProfile: {
                serviceAccountImagePullProfile: { enabled: true, defaultManagedIdentityId: '/id' }
              }
            }
          }
        ]
      },
      request: { clusters: [shop] }
    })
    expect(facts.clusters[0]?.answer).toMatchObject({
      value: {
        serviceAccountPull: { value: { enabled: true, defaultManagedIdentityId: '/id' } }
      }
    })
  })

  test('where the preview version is not known the stable one is read', async () => {
    const { facts, requests } = await collectFrom({
      world: { ...oneOfEach, unsupportedApiVersions: ['2026-05-02-preview'] },
      request: { clusters: [shop] }
    })
    expect(requests.map(({ status }) => status)).toEqual([400, 200])
    expect(facts.clusters[0]?.answer).toMatchObject({
      known: true,
      value: { serviceAccountPull: { known: false } }
    })
  })

  test('with a user-assigned control plane have the tenant that Resource Graph tells', async () => {
    const { facts } = await collectFrom({
      world: {
        ...oneOfEach,
        clusters: [
          {
            name: 'aks-shop',
            controlPlaneIdentityId: '/subscriptions/2/userAssignedIdentities/control'
          }
        ]
      },
      request: askForBoth
    })
    expect(facts.clusters[0]?.answer).toMatchObject({ value: { tenantId: contoso.tenantId } })
  })
})

describe('identities that manifests name', () => {
  const identity = {
    name: 'puller',
    objectId: '47000000-0000-0000-0000-000000000001',
    clientId: '48000000-0000-0000-0000-000000000001'
  }
  const byId = `/subscriptions/${contoso.subscriptionId}/resourceGroups/${contoso.resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`
  const world = { ...oneOfEach, identities: [identity] }

  test.each([
    ['client id', identity.clientId],
    ['ARM id', byId]
  ])('are found by %s, with their grants', async (_name, reference) => {
    const { facts } = await collectFrom({
      world: {
        ...world,
        roleAssignments: [{ principalId: identity.objectId, role: 'AcrPull', scope: '/' }]
      },
      request: { ...askForBoth, clusters: [], identities: [reference] }
    })
    expect(facts.identities).toEqual([
      {
        reference,
        answer: {
          known: true,
          value: {
            resourceId: byId,
            objectId: identity.objectId,
            clientId: identity.clientId,
            tenantId: contoso.tenantId
          }
        }
      }
    ])
    expect(facts.assignments).toMatchObject([
      { principalId: identity.objectId, groupsResolved: true, answer: { value: [{ scope: '/' }] } }
    ])
  })

  test.each([
    ['a client id of nobody', '48000000-0000-0000-0000-00000000000f', 'not-visible'],
    ['an ARM id of nothing', `${byId}-2`, 'not-found'],
    ['a name', 'puller', 'unexpected-answer']
  ])('%s is a reason', async (_name, reference, code) => {
    const { facts } = await collectFrom({ world, request: { identities: [reference] } })
    expect(facts.identities[0]?.answer).toMatchObject({ known: false, reason: { code } })
  })
})

describe('questions that the first answers leave', () => {
  const control = contoso.controlPlaneObjectId
  const stranger = '49000000-0000-0000-0000-000000000001'

  test('several principals of one registry are answered by one list', async () => {
    const { facts, requests } = await collectFrom({
      world: {
        ...oneOfEach,
        roleAssignments: [{ principalId: control, role: 'AcrPull', scope: contosoRegistry }]
      },
      request: askForBoth,
      questions: [
        { kind: 'assignments', registryId: contosoRegistry, principalIds: [control, stranger] }
      ]
    })
    expect(
      facts.assignments.map(({ principalId, groupsResolved, answer }) => [
        principalId,
        groupsResolved,
        answer.known && answer.value.length
      ])
    ).toEqual([
      [contoso.kubeletObjectId, true, 0],
      [control, false, 1],
      [stranger, false, 0]
    ])
    expect(facts.roleDefinitions.map(({ key }) => key)).toEqual([acrPull])
    expect(requests).toHaveLength(2 + 3 + 1 + 1)
  })

  test('the principal of a cluster keeps its answer with groups', async () => {
    const { facts, requests } = await collectFrom({
      world: oneOfEach,
      request: askForBoth,
      questions: [
        {
          kind: 'assignments',
          registryId: contosoRegistry,
          principalIds: [contoso.kubeletObjectId]
        }
      ]
    })
    expect(facts.assignments.map(({ groupsResolved }) => groupsResolved)).toEqual([true])
    expect(requests).toHaveLength(2 + 3 + 1)
  })

  test('which deny assignments reach a principal through groups', async () => {
    const group = '46000000-0000-0000-0000-000000000001'
    const deny = (id: string, principalId: string) => ({
      id,
      name: id,
      scope: contosoRegistry,
      permissions: [{ actions: ['*'] }],
      principals: [{ id: principalId, type: 'Group' }]
    })
    const { facts } = await collectFrom({
      world: {
        ...oneOfEach,
        groups: [{ objectId: group, members: [contoso.kubeletObjectId] }],
        denyAssignments: [
          deny('60000000-0000-0000-0000-000000000001', group),
          deny('60000000-0000-0000-0000-000000000002', stranger)
        ]
      },
      request: askForBoth,
      questions: [
        {
          kind: 'deny-reach',
          registryId: contosoRegistry,
          principalId: contoso.kubeletObjectId
        }
      ]
    })
    const [answer] = facts.denyAssignments
    expect(answer?.answer.known === true && answer.answer.value).toHaveLength(2)
    expect(answer?.reaching).toMatchObject([
      {
        principalId: contoso.kubeletObjectId,
        answer: { value: [expect.stringContaining('60000000-0000-0000-0000-000000000001')] }
      }
    ])
  })

  test('an identity, and with it what it may', async () => {
    const identity = {
      name: 'puller',
      objectId: '47000000-0000-0000-0000-000000000001',
      clientId: '48000000-0000-0000-0000-000000000001'
    }
    const { facts } = await collectFrom({
      world: { ...oneOfEach, identities: [identity] },
      request: askForBoth,
      questions: [{ kind: 'identity', reference: identity.clientId }]
    })
    expect(facts.identities.map(({ answer }) => answer.known)).toEqual([true])
    expect(facts.assignments.map(({ principalId }) => principalId)).toEqual([
      contoso.kubeletObjectId,
      identity.objectId
    ])
  })
})

test('a registry of another tenant, delegated to the caller, has that tenant', async () => {
  const { facts } = await collectFrom({
    world: {
      ...oneOfEach,
      subscriptions: [
        { id: contoso.subscriptionId },
        { id: fabrikam.subscriptionId, tenantId: fabrikam.tenantId, delegated: true }
      ],
      registries: [{ name: 'fabrikam', subscriptionId: fabrikam.subscriptionId }]
    },
    request: { ...askForBoth, registryHosts: ['fabrikam.azurecr.io'] }
  })
  expect(facts.registries[0]?.answer).toMatchObject({ value: { tenantId: fabrikam.tenantId } })
})

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
      // Long against what a busy machine needs between two requests, which would count as waiting.
      options: { latency: 600 }
    })
    expect(requests).toHaveLength(2 + 3 * 3 + 2)
    expect(longestChain(requests)).toBeLessThanOrEqual(3)
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
    // One more may seem to overlap: the server notes the end of an answer after the client has it.
    expect(Math.max(...atOnce)).toBeLessThanOrEqual(3)
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
    expect(requests.map(({ query }) => query['api-version'])).toEqual([
      '2026-05-02-preview',
      '2026-06-01'
    ])
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

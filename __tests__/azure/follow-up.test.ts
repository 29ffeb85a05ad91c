import { describe, expect, test } from '@jest/globals'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { registryId } from '../emulator/arm-bodies/registry.ts'
import { contoso } from '../emulator/contoso.ts'
import type { AzureWorldData } from '../emulator/world.ts'
import { collectFrom } from './loopback.ts'

const shop = clusterId({ name: 'aks-shop' })
const contosoRegistry = registryId({ name: 'contoso' })
const acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

const oneOfEach: AzureWorldData = {
  clusters: [{ name: 'aks-shop' }],
  registries: [{ name: 'contoso' }],
  roleAssignments: [
    { principalId: contoso.kubeletObjectId, role: 'AcrPull', scope: contosoRegistry }
  ]
}
const askForBoth = { clusters: [shop], registryHosts: ['contoso.azurecr.io'] }

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
        {
          kind: 'assignments',
          registryId: contosoRegistry,
          principalIds: [control, stranger],
          identities: []
        }
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
          principalIds: [contoso.kubeletObjectId],
          identities: []
        }
      ]
    })
    expect(facts.assignments.map(({ groupsResolved }) => groupsResolved)).toEqual([true])
    expect(requests).toHaveLength(2 + 3 + 1 + 1)
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

describe('what is read in passing', () => {
  const passing = async (world: AzureWorldData, quick: boolean) => {
    const { facts, requests } = await collectFrom({ world, request: { ...askForBoth, quick } })
    const { scaleSets, cacheRules } = facts.relatedResources
    return { requests: requests.length, answers: [scaleSets.length, cacheRules.length] }
  }

  test('scale sets and cache rules cost one request each, and none in a quick run', async () => {
    const [quick, usual] = [await passing(oneOfEach, true), await passing(oneOfEach, false)]
    expect(quick.answers).toEqual([0, 0])
    expect(usual).toEqual({ requests: quick.requests + 2, answers: [1, 1] })
  })

  test('what may not be read counts as not asked', async () => {
    const [clusterScope = ''] = askForBoth.clusters
    const caller = {
      permissions: [clusterScope, contosoRegistry].map(scope => ({ actions: ['*/read'], scope }))
    }
    const { answers } = await passing({ ...oneOfEach, caller }, false)
    expect(answers).toEqual([0, 1])
  })
})

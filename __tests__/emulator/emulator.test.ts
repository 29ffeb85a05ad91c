import { afterEach, describe, expect, test } from '@jest/globals'

import { clusterId } from './arm-bodies/cluster.ts'
import { registryId } from './arm-bodies/registry.ts'
import { startCloud, type Cloud } from './cloud.ts'
import { contoso, fabrikam, resourceGroupScope } from './contoso.ts'
import { azureRequests, longestChain } from './recorded-requests.ts'
import { all, sdkClients } from './sdk-clients.ts'
import type { AzureWorldData } from './world.ts'

const cluster = { name: 'aks-shop' }
const registry = { name: 'contoso' }
const group = contoso.resourceGroup

let cloud: Cloud
afterEach(() => cloud.close())

async function clientsOf(world: AzureWorldData, options = {}) {
  cloud = await startCloud(world, options)
  return sdkClients(cloud)
}

describe('clusters', () => {
  test('a cluster is read with its kubelet identity and its node pools', async () => {
    const { clusters } = await clientsOf({ clusters: [cluster] })
    const found = await clusters.get(group, cluster.name)
    expect(found.id).toBe(clusterId(cluster))
    expect(found.identityProfile?.['kubeletidentity']?.objectId).toBe(contoso.kubeletObjectId)
    expect(found.agentPoolProfiles?.map(pool => pool.currentOrchestratorVersion)).toEqual([
      '1.35.6'
    ])
  })

  test('names are found in any case', async () => {
    const { clusters } = await clientsOf({ clusters: [cluster] })
    expect((await clusters.get('RG-Contoso', 'AKS-Shop')).name).toBe('aks-shop')
  })

  test('a cluster that is not there is 404 ResourceNotFound', async () => {
    const { clusters } = await clientsOf({})
    await expect(clusters.get(group, 'missing')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound'
    })
  })

  test.each([
    ['2026-06-01', false],
    ['2026-05-02-preview', true]
  ])('version %s shows preview properties: %s', async (version, shown) => {
    const previewProperties = {
      securityProfile: { serviceAccountImagePullProfile: { enabled: true } }
    }
    cloud = await startCloud({ clusters: [{ ...cluster, previewProperties }] })
    const bodies: string[] = []
    const onResponse = ({ bodyAsText }: { bodyAsText?: string | null }) =>
      bodies.push(bodyAsText ?? '')
    await sdkClients(cloud, version).clusters.get(group, cluster.name, { onResponse })
    expect(bodies.map(body => body.includes('serviceAccountImagePullProfile'))).toEqual([shown])
  })

  test('a version that nobody registered is refused', async () => {
    const { clusters } = await clientsOf({
      clusters: [cluster],
      unsupportedApiVersions: ['2026-06-01']
    })
    await expect(clusters.get(group, cluster.name)).rejects.toMatchObject({
      statusCode: 400,
      code: 'NoRegisteredProviderFound'
    })
  })
})

describe('registries', () => {
  test('a list goes over several pages', async () => {
    const names = ['contoso1', 'contoso2', 'contoso3', 'contoso4', 'contoso5']
    const { registries } = await clientsOf({
      registries: names.map(name => ({ name })),
      pageSize: 2
    })
    expect((await all(registries.list())).map(({ name }) => name)).toEqual(names)
    expect(azureRequests(cloud.requests)).toHaveLength(3)
  })

  test('a list of a resource group leaves the others out', async () => {
    const { registries } = await clientsOf({
      registries: [registry, { name: 'other1', resourceGroup: 'rg-other' }]
    })
    expect((await all(registries.listByResourceGroup(group))).map(({ name }) => name)).toEqual([
      'contoso'
    ])
  })

  test.each([
    ['contoso', false, 'AlreadyExists'],
    ['CONTOSO', false, 'AlreadyExists'],
    ['fabrikam', false, 'AlreadyExists'],
    ['nobody1', true, undefined],
    ['a-b', false, 'Invalid']
  ])('the name %s is available: %s', async (name, nameAvailable, reason) => {
    const { registries } = await clientsOf({
      registries: [registry],
      takenRegistryNames: ['fabrikam']
    })
    const answer = await registries.checkNameAvailability({
      name,
      type: 'Microsoft.ContainerRegistry/registries'
    })
    expect([answer.nameAvailable, answer.reason]).toEqual([nameAvailable, reason])
  })

  test.each([
    ['AbacRepositoryPermissions', 'AbacRepositoryPermissions'],
    [undefined, 'LegacyRegistryPermissions'],
    [null, undefined]
  ])('role assignment mode %s is read as %s', async (roleAssignmentMode, expected) => {
    const described =
      roleAssignmentMode === undefined ? registry : { ...registry, roleAssignmentMode }
    const { registries } = await clientsOf({ registries: [described] })
    expect((await registries.get(group, 'contoso')).roleAssignmentMode).toBe(expected)
  })
})

describe('what the caller may', () => {
  const reader = {
    actions: ['Microsoft.ContainerRegistry/registries/read'],
    scope: registryId(registry)
  }
  const world = {
    clusters: [cluster],
    registries: [registry, { name: 'contoso2' }],
    caller: { permissions: [reader] }
  }

  test('a missing right is 403 and names the action', async () => {
    const { clusters } = await clientsOf(world)
    await expect(clusters.get(group, cluster.name)).rejects.toMatchObject({
      statusCode: 403,
      code: 'AuthorizationFailed',
      message: expect.stringContaining("'Microsoft.ContainerService/managedClusters/read'")
    })
  })

  test('a list holds only what may be read', async () => {
    const { registries } = await clientsOf(world)
    expect((await all(registries.list())).map(({ name }) => name)).toEqual(['contoso'])
  })

  test('a list without any right in the subscription is refused', async () => {
    const { registries } = await clientsOf({ ...world, caller: { permissions: [] } })
    await expect(all(registries.list())).rejects.toMatchObject({ statusCode: 403 })
  })

  test('a token of another tenant does not open a subscription', async () => {
    const { registries } = await clientsOf({
      subscriptions: [{ id: contoso.subscriptionId, tenantId: fabrikam.tenantId }],
      registries: [registry],
      caller: { tenantIds: [contoso.tenantId] }
    })
    await expect(all(registries.list())).rejects.toMatchObject({ statusCode: 401 })
  })
})

describe('trouble on the wire', () => {
  const url = '*/managedClusters/aks-shop?*'

  test('429 with Retry-After is answered once, and the client tries again', async () => {
    const answer = { kind: 'answer', status: 429, headers: { 'retry-after-ms': '5' } } as const
    const { clusters } = await clientsOf({
      clusters: [cluster],
      faults: [{ url, times: 1, answer }]
    })
    await clusters.get(group, cluster.name)
    expect(azureRequests(cloud.requests).map(({ status }) => status)).toEqual([429, 200])
  })

  test('half a JSON document is a parse error', async () => {
    const { clusters } = await clientsOf({ faults: [{ url, answer: { kind: 'broken-json' } }] })
    await expect(clusters.get(group, cluster.name)).rejects.toMatchObject({ code: 'PARSE_ERROR' })
  })

  test('a request that hangs ends by its abort signal', async () => {
    const { clusters } = await clientsOf({ faults: [{ url, answer: { kind: 'hang' } }] })
    const abortSignal = AbortSignal.timeout(300)
    await expect(clusters.get(group, cluster.name, { abortSignal })).rejects.toMatchObject({
      name: 'AbortError'
    })
  })

  test('a connection that is cut once is made again', async () => {
    const { clusters } = await clientsOf({
      clusters: [cluster],
      faults: [{ url, times: 1, answer: { kind: 'reset' } }]
    })
    expect((await clusters.get(group, cluster.name)).name).toBe('aks-shop')
  })

  test('latency is added to each request, and the longest chain is counted', async () => {
    const { clusters, registries } = await clientsOf(
      { clusters: [cluster], registries: [registry] },
      { latency: 60 }
    )
    await Promise.all([clusters.get(group, cluster.name), registries.get(group, 'contoso')])
    await clusters.get(group, cluster.name)
    const requests = azureRequests(cloud.requests)
    expect(requests.every(({ startedAt, finishedAt }) => (finishedAt ?? 0) - startedAt >= 55)).toBe(
      true
    )
    expect([requests.length, longestChain(requests)]).toEqual([3, 2])
  })
})

test('every request is recorded with the principal behind its token', async () => {
  const { registries } = await clientsOf({ registries: [registry] })
  await registries.get(group, 'contoso')
  expect(
    cloud.requests.map(({ method, host, path, principal }) => [method, host, path, principal])
  ).toEqual([
    ['POST', 'login.microsoftonline.com', `/${contoso.tenantId}/oauth2/v2.0/token`, null],
    [
      'GET',
      'management.azure.com',
      `${resourceGroupScope(contoso.subscriptionId, group)}/providers/Microsoft.ContainerRegistry/registries/contoso`,
      contoso.callerObjectId
    ]
  ])
  expect(new Set(cloud.connections)).toEqual(
    new Set(['login.microsoftonline.com:443', 'management.azure.com:443'])
  )
})

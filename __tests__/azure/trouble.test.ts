import { describe, expect, test } from '@jest/globals'
import type { Fact } from '../../src/facts/fact.ts'
import { clusterId } from '../emulator/arm-bodies/cluster.ts'
import { registryId } from '../emulator/arm-bodies/registry.ts'
import { contoso, fabrikam } from '../emulator/contoso.ts'
import type { AzureWorldData, FaultAnswer } from '../emulator/world.ts'
import { collectFrom, type Collection } from './loopback.ts'

const shop = clusterId({ name: 'aks-shop' })
const registry = registryId({ name: 'contoso' })
const healthy: AzureWorldData = {
  clusters: [{ name: 'aks-shop' }],
  registries: [{ name: 'contoso' }],
  roleAssignments: [{ principalId: contoso.kubeletObjectId, role: 'AcrPull', scope: registry }]
}
const request = { clusters: [shop], registryHosts: ['contoso.azurecr.io'] }

const collectWith = (
  url: string,
  answer: FaultAnswer,
  rest: Partial<Collection> & { readonly times?: number } = {}
) => {
  const { times, ...collection } = rest
  const fault = { url, answer, ...(times === undefined ? {} : { times }) }
  return collectFrom({ world: { ...healthy, faults: [fault] }, request, ...collection })
}

const error = (status: number, code = 'SomeCode', headers = {}): FaultAnswer => ({
  kind: 'answer',
  status,
  headers,
  body: {
    error: { code, message: `The client with object id '${contoso.callerObjectId}' failed.` }
  }
})

const reasonIn = (answer: Fact<unknown> | undefined) =>
  answer === undefined || answer.known ? null : answer.reason

describe('an answer that Azure refuses is a reason with the missing action', () => {
  const rows = [
    [
      'the cluster',
      '*managedClusters/aks-shop*',
      'Microsoft.ContainerService/managedClusters/read'
    ],
    [
      'the registry',
      '*registries/contoso?api-version=2025*',
      'Microsoft.ContainerRegistry/registries/read'
    ],
    ['its assignments', '*roleAssignments*', 'Microsoft.Authorization/roleAssignments/read'],
    ['its deny assignments', '*denyAssignments*', 'Microsoft.Authorization/denyAssignments/read'],
    ['a role definition', '*roleDefinitions*', 'Microsoft.Authorization/roleDefinitions/read']
  ] as const
  test.each(rows)('%s', async (_name, url, permission) => {
    const { facts } = await collectWith(url, error(403, 'AuthorizationFailed'))
    const answers = [
      ...facts.clusters,
      ...facts.registries,
      ...facts.assignments,
      ...facts.denyAssignments,
      ...facts.roleDefinitions
    ]
    const reasons = answers.flatMap(({ answer }) => reasonIn(answer) ?? [])
    expect(reasons).toEqual([
      { code: 'forbidden', permission, message: expect.stringContaining(contoso.callerObjectId) }
    ])
  })
})

describe('assignments whose groups may not be expanded', () => {
  test('are listed without groups', async () => {
    const { facts } = await collectWith('*assignedTo*', error(403))
    expect(facts.assignments).toMatchObject([
      { groupsResolved: false, answer: { known: true, value: [{ scope: registry }] } }
    ])
  })
})

describe('what the wire does', () => {
  const rows: [string, FaultAnswer, string][] = [
    ['a cluster that is not there', error(404, 'ResourceNotFound'), 'not-found'],
    ['a token that is no longer accepted', error(401, 'ExpiredAuthenticationToken'), 'forbidden'],
    ['a server error', error(501), 'unexpected-answer'],
    ['a gateway time-out', error(408), 'timeout'],
    ['half a JSON document', { kind: 'broken-json' }, 'unexpected-answer'],
    ['a body of another shape', { kind: 'answer', status: 200, body: {} }, 'unexpected-answer'],
    [
      'a list instead of a resource',
      { kind: 'answer', status: 200, body: [] },
      'unexpected-answer'
    ],
    [
      'a page of a proxy',
      { kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
      'unexpected-answer'
    ],
    [
      'a redirect to another host',
      { kind: 'answer', status: 302, headers: { location: 'https://api.github.com/x' } },
      'unexpected-answer'
    ],
    [
      'a redirect to the same host',
      { kind: 'answer', status: 302, headers: { location: '/subscriptions' } },
      'unexpected-answer'
    ],
    ['an answer of 700 MB', { kind: 'oversized', bytes: 700 * 1024 * 1024 }, 'unexpected-answer'],
    [
      'a packed answer of 700 MB',
      { kind: 'oversized', bytes: 700 * 1024 * 1024, packed: true },
      'unexpected-answer'
    ],
    ['a request that hangs', { kind: 'hang' }, 'timeout'],
    ['a connection that is cut', { kind: 'reset' }, 'network']
  ]
  test.each(rows)('%s', async (_name, answer, code) => {
    // Only what never comes needs a short limit; a busy machine takes its time with the others.
    const request = answer.kind === 'hang' ? 3_000 : 30_000
    const { facts, requests } = await collectWith('*managedClusters/aks-shop*', answer, {
      limits: { request, retries: 0 }
    })
    expect(reasonIn(facts.clusters[0]?.answer)).toMatchObject({ code, permission: null })
    expect(requests.every(({ host }) => host === 'management.azure.com')).toBe(true)
    expect(facts.registries[0]?.answer.known).toBe(true)
  })

  test('an answer that arrives late is a time-out with its limit', async () => {
    const { facts } = await collectWith(
      '*roleAssignments*',
      { kind: 'delay', milliseconds: 5_000 },
      { limits: { request: 2_000 } }
    )
    expect(reasonIn(facts.assignments[0]?.answer)).toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('no answer within 2 s')
    })
  })

  test('each try has its own time', async () => {
    const { facts } = await collectFrom({
      world: {
        ...healthy,
        faults: [
          {
            url: '*managedClusters/aks-shop*',
            answer: error(429, 'TooManyRequests', { 'retry-after-ms': '1500' }),
            times: 1
          },
          { url: '*managedClusters/aks-shop*', answer: { kind: 'delay', milliseconds: 1_500 } }
        ]
      },
      request,
      limits: { request: 2_500 }
    })
    expect(facts.clusters[0]?.answer.known).toBe(true)
  })

  test('the whole run has an end', async () => {
    const { facts } = await collectWith(
      '*management.azure.com*',
      { kind: 'hang' },
      { limits: { run: 500 } }
    )
    expect(reasonIn(facts.clusters[0]?.answer)).toMatchObject({ code: 'timeout' })
    expect(reasonIn(facts.registries[0]?.answer)).toMatchObject({ code: 'not-visible' })
  })

  test('a connection that is cut once is made again', async () => {
    const { facts } = await collectWith(
      '*managedClusters/aks-shop*',
      { kind: 'reset' },
      { times: 1 }
    )
    expect(facts.clusters[0]?.answer.known).toBe(true)
  })
})

describe('an empty list needs an empty list', () => {
  test.each([
    ['without value', {}],
    ['null', { value: null }],
    ['an object', { value: {} }],
    ['items without grant', { value: [{}] }]
  ])('%s: the assignments are unknown, not none', async (_name, body) => {
    const { facts } = await collectWith('*roleAssignments*', { kind: 'answer', status: 200, body })
    expect(reasonIn(facts.assignments[0]?.answer)).toMatchObject({ code: 'unexpected-answer' })
  })

  test('Resource Graph without rows is asked past, not believed', async () => {
    const { facts } = await collectWith('*ResourceGraph*', {
      kind: 'answer',
      status: 200,
      body: { totalRecords: 1, count: 1, resultTruncated: 'true', data: [] }
    })
    expect(facts.registries[0]?.answer.known).toBe(true)
  })
})

describe('throttling', () => {
  test('is waited for', async () => {
    const startedAt = performance.now()
    const { facts, requests } = await collectWith(
      '*managedClusters/aks-shop*',
      error(429, 'TooManyRequests', { 'retry-after': '1' }),
      { times: 1 }
    )
    expect(facts.clusters[0]?.answer.known).toBe(true)
    expect(performance.now() - startedAt).toBeGreaterThan(990)
    expect(requests.filter(({ path }) => path.endsWith('aks-shop'))).toHaveLength(2)
  })

  test.each([
    ['a longer wait than allowed', { 'retry-after': '3600' }, { wait: 1_000 }, 1],
    ['the same as a date', { 'retry-after': 'Fri, 01 Jan 2999 00:00:00 GMT' }, { wait: 1_000 }, 1],
    ['the same in milliseconds', { 'x-ms-retry-after-ms': '3600000' }, { wait: 1_000 }, 1],
    ['all waits together', { 'retry-after-ms': '100' }, { waits: 250 }, 3],
    ['all retries', { 'retry-after-ms': '10' }, { retries: 2 }, 3]
  ])('has an end by %s', async (_name, headers, limits, tries) => {
    const { facts, requests } = await collectWith(
      '*managedClusters/aks-shop*',
      error(429, 'TooManyRequests', headers),
      { limits }
    )
    expect(reasonIn(facts.clusters[0]?.answer)).toMatchObject({ code: 'throttled' })
    expect(requests.filter(({ path }) => path.endsWith('aks-shop'))).toHaveLength(tries)
  })

  test.each(['-5', '-0.001', 'Thu, 01 Jan 1970 00:00:00 GMT', 'soon'])(
    'that asks to wait for %s is tried again without a warning of Node',
    async value => {
      const warnings: Error[] = []
      const listen = (warning: Error) => warnings.push(warning)
      process.on('warning', listen)
      try {
        const { facts } = await collectWith(
          '*managedClusters/aks-shop*',
          error(429, 'TooManyRequests', { 'retry-after': value }),
          { times: 1 }
        )
        await new Promise(setImmediate)
        expect(facts.clusters[0]?.answer.known).toBe(value.endsWith('GMT'))
        expect(warnings).toEqual([])
      } finally {
        process.off('warning', listen)
      }
    }
  )
})

describe('links to further pages', () => {
  const linked = (nextLink: string): FaultAnswer => ({
    kind: 'answer',
    status: 200,
    body: { value: [], nextLink }
  })

  test.each([
    ['another host', 'https://pipelines.actions.githubusercontent.com/steal'],
    ['a host of the same beginning', 'https://management.azure.com.evil.example/steal'],
    ['another port', 'https://management.azure.com:8443/steal'],
    ['no encryption', 'http://management.azure.com/steal']
  ])('to %s are not followed', async (_name, nextLink) => {
    const { facts, connections } = await collectWith('*roleAssignments*', linked(nextLink))
    expect(reasonIn(facts.assignments[0]?.answer)).toMatchObject({
      code: 'unexpected-answer',
      message: expect.stringContaining(new URL(nextLink).origin)
    })
    expect(new Set(connections)).toEqual(
      new Set(['login.microsoftonline.com:443', 'management.azure.com:443'])
    )
  })

  test('in the list of subscriptions neither', async () => {
    const { facts, connections } = await collectFrom({
      world: {
        ...healthy,
        faults: [
          { url: '*ResourceGraph*', answer: error(400) },
          { url: '*/subscriptions?*', answer: linked('https://api.github.com/steal') }
        ]
      },
      request: { ...request, registryHosts: ['hidden-0123456789abcdef.azurecr.io'] }
    })
    expect(facts.coverage).toMatchObject([
      { subject: 'subscriptions', reason: { code: 'unexpected-answer' } }
    ])
    expect(connections).not.toContain('api.github.com:443')
  })

  test('that lead back to the same page end', async () => {
    const loop = `https://management.azure.com${registry}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`
    const { facts } = await collectWith('*roleAssignments*', linked(loop), { limits: { pages: 5 } })
    expect(reasonIn(facts.assignments[0]?.answer)).toMatchObject({
      code: 'unexpected-answer',
      message: expect.stringContaining('leads back to a page that was already read')
    })
  })
})

describe('an answer that is too large', () => {
  test.each([false, true])('is cut off and said to be so (packed: %s)', async packed => {
    const { facts } = await collectWith(
      '*managedClusters/aks-shop*',
      { kind: 'oversized', bytes: 8 * 1024 * 1024, packed },
      { limits: { bodyBytes: 1024 * 1024 } }
    )
    expect(reasonIn(facts.clusters[0]?.answer)).toMatchObject({
      code: 'unexpected-answer',
      message: expect.stringContaining('it is larger than 1 MB')
    })
  })

  test('ends no other request', async () => {
    const { facts } = await collectWith('*roleAssignments*', {
      kind: 'oversized',
      bytes: 20 * 1024 * 1024
    })
    expect(facts.clusters[0]?.answer.known).toBe(true)
    expect(facts.registries[0]?.answer.known).toBe(true)
    expect(reasonIn(facts.assignments[0]?.answer)).toMatchObject({ code: 'unexpected-answer' })
  })
})

test('a list that never ends is left after a bounded number of pages', async () => {
  const { facts, requests } = await collectWith('*denyAssignments*', { kind: 'endless-pages' })
  expect(reasonIn(facts.denyAssignments[0]?.answer)).toMatchObject({
    code: 'unexpected-answer',
    message: expect.stringContaining('does not end after 100 pages')
  })
  expect(requests.filter(({ path }) => path.endsWith('denyAssignments')).length).toBeLessThan(110)
})

test('a cluster in another tenant names the cure', async () => {
  const cluster = { name: 'aks-far', subscriptionId: fabrikam.subscriptionId }
  const { facts } = await collectFrom({
    world: {
      clusters: [cluster],
      caller: { tenantIds: [contoso.tenantId] },
      subscriptions: [
        { id: contoso.subscriptionId },
        { id: fabrikam.subscriptionId, tenantId: fabrikam.tenantId }
      ]
    },
    request: { clusters: [clusterId(cluster)] }
  })
  expect(reasonIn(facts.clusters[0]?.answer)).toMatchObject({
    code: 'forbidden',
    permission: null,
    message: expect.stringContaining('sign in to that tenant')
  })
})

test('a cluster id that is none is an input error', async () => {
  await expect(
    collectFrom({ world: healthy, request: { clusters: ['aks-shop'] } })
  ).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining("'aks-shop'") })
})

import { afterEach, describe, expect, test } from '@jest/globals'

import { isObject } from './arm-bodies/json.ts'
import { registryId } from './arm-bodies/registry.ts'
import { startCloud, type Cloud } from './cloud.ts'
import { contoso, fabrikam, managementGroupScope } from './contoso.ts'
import { sdkClients } from './sdk-clients.ts'
import type { AzureWorldData } from './world.ts'

let cloud: Cloud
afterEach(() => cloud.close())

async function ask(world: AzureWorldData, query: string, options = {}) {
  cloud = await startCloud(world)
  return sdkClients(cloud).graph.resources({
    query,
    options: { resultFormat: 'objectArray', ...options }
  })
}

const column = (rows: unknown, name: string): unknown[] =>
  Array.isArray(rows) ? rows.map((row: unknown) => (isObject(row) ? row[name] : undefined)) : []

const world: AzureWorldData = {
  subscriptions: [
    { id: contoso.subscriptionId, managementGroups: [contoso.managementGroup] },
    { id: fabrikam.subscriptionId }
  ],
  clusters: [{ name: 'aks-shop' }],
  registries: [
    { name: 'contoso' },
    { name: 'labelled', loginServer: 'labelled-0123456789abcdef.azurecr.io' },
    { name: 'fabrikam', subscriptionId: fabrikam.subscriptionId }
  ],
  roleAssignments: [
    { principalId: contoso.kubeletObjectId, role: 'AcrPull', scope: '/' },
    {
      principalId: contoso.kubeletObjectId,
      role: 'AcrPull',
      scope: managementGroupScope(contoso.managementGroup)
    },
    {
      principalId: contoso.kubeletObjectId,
      role: 'AcrPull',
      scope: registryId({ name: 'contoso' })
    }
  ]
}
const registries = "resources | where type =~ 'Microsoft.ContainerRegistry/registries'"

describe('resources', () => {
  test.each([
    [`${registries} | project name | order by name asc`, ['contoso', 'fabrikam', 'labelled']],
    [`${registries} | order by name desc | project name`, ['labelled', 'fabrikam', 'contoso']],
    [
      `${registries} | where tostring(properties.loginServer) =~ 'CONTOSO.azurecr.io' | project name`,
      ['contoso']
    ],
    [
      `${registries} and tolower(tostring(properties.loginServer)) in~ ('fabrikam.azurecr.io', 'nobody.azurecr.io') | project name`,
      ['fabrikam']
    ],
    [
      `${registries} | where subscriptionId == '${fabrikam.subscriptionId}' or properties.loginServer startswith 'labelled-' | project name`,
      ['labelled', 'fabrikam']
    ],
    [`${registries} | where name !in ('contoso', 'fabrikam') // comment`, ['labelled']],
    ["resources | where type == 'microsoft.containerservice/managedclusters'", ['aks-shop']]
  ])('%s', async (query, expected) => {
    const answer = await ask(world, query)
    expect([column(answer.data, 'name'), answer.resultTruncated]).toEqual([expected, 'false'])
  })

  test('computed columns have their name, and types are in lower case', async () => {
    const query = `${registries} | where name == 'contoso' | project type, host=tolower(tostring(properties.loginServer)), anonymous=tobool(properties.anonymousPullEnabled), nothing=tostring(properties.nothing)`
    expect((await ask(world, query)).data).toEqual([
      {
        type: 'microsoft.containerregistry/registries',
        host: 'contoso.azurecr.io',
        anonymous: false,
        nothing: ''
      }
    ])
  })

  test('pages follow by skip token', async () => {
    const query = `${registries} | project name | order by name asc`
    const first = await ask(world, query, { top: 2 })
    const second = await sdkClients(cloud).graph.resources({
      query,
      options: { top: 2, skipToken: first.skipToken ?? '' }
    })
    expect([column(first.data, 'name'), column(second.data, 'name'), second.skipToken]).toEqual([
      ['contoso', 'fabrikam'],
      ['labelled'],
      undefined
    ])
  })

  test('a limit gives no skip token', async () => {
    const answer = await ask(world, `${registries} | limit 2`, { top: 1 })
    expect([answer.skipToken, answer.resultTruncated]).toEqual([undefined, 'true'])
  })

  test('what the caller may not read is missing without a word', async () => {
    const permissions = [
      {
        actions: ['Microsoft.ContainerRegistry/registries/read'],
        scope: registryId({ name: 'contoso' })
      }
    ]
    const answer = await ask({ ...world, caller: { permissions } }, 'resources | project name')
    expect(column(answer.data, 'name')).toEqual(['contoso'])
  })
})

describe('assignments', () => {
  const query =
    "authorizationresources | where type =~ 'microsoft.authorization/roleassignments' | project scope=tostring(properties.scope)"

  test.each([
    ['AtScopeAndBelow', 1],
    ['AtScopeAboveAndBelow', 3],
    [undefined, 1]
  ])('with scope filter %s there are %d', async (authorizationScopeFilter, count) => {
    const options = authorizationScopeFilter === undefined ? {} : { authorizationScopeFilter }
    expect(column((await ask(world, query, options)).data, 'scope')).toHaveLength(count)
  })
})

test.each([
  ['an unknown table', 'policyresources | project id'],
  ['an unknown operator', 'resources | summarize count()'],
  ['an unknown function', 'resources | where strcat(name) == "x"'],
  ['an unknown comparison', "resources | where name matches 'x'"],
  ['a query that ends too early', 'resources | where name =='],
  ['a character of no token', 'resources | where name == [1]']
])('%s is refused, so that nothing passes by accident', async (_name, query) => {
  await expect(ask(world, query)).rejects.toMatchObject({ statusCode: 400 })
})

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { registryId } from './arm-bodies/registry.ts'
import { startCloud, type Cloud } from './cloud.ts'
import { contoso, managementGroupScope, resourceGroupScope, subscriptionScope } from './contoso.ts'
import { all, sdkClients } from './sdk-clients.ts'
import type { AzureWorldData, RoleAssignmentData } from './world.ts'

const registry = { name: 'contoso' }
const scopes = {
  root: '/',
  managementGroup: managementGroupScope(contoso.managementGroup),
  otherManagementGroup: managementGroupScope('mg-other'),
  subscription: subscriptionScope(contoso.subscriptionId),
  group: resourceGroupScope(contoso.subscriptionId, contoso.resourceGroup),
  otherGroup: resourceGroupScope(contoso.subscriptionId, 'rg-contoso-two'),
  registry: registryId(registry),
  below: `${registryId(registry)}/scopeMaps/one`
}
const kubelet = contoso.kubeletObjectId
const somebody = '60000000-0000-0000-0000-000000000001'
const inner = '70000000-0000-0000-0000-000000000001'
const outer = '70000000-0000-0000-0000-000000000002'
const everyone = '00000000-0000-0000-0000-000000000000'

const atEachScope: RoleAssignmentData[] = Object.values(scopes).map(scope => ({
  principalId: kubelet,
  role: 'AcrPull',
  scope
}))
const pullPermission = [{ actions: ['Microsoft.ContainerRegistry/registries/pull/read'] }]

const world: AzureWorldData = {
  subscriptions: [{ id: contoso.subscriptionId, managementGroups: [contoso.managementGroup] }],
  registries: [registry],
  groups: [
    { objectId: inner, members: [kubelet] },
    { objectId: outer, members: [inner] }
  ],
  deletedPrincipals: ['60000000-0000-0000-0000-000000000009'],
  roleAssignments: [
    ...atEachScope,
    { principalId: somebody, role: 'Reader', scope: scopes.registry },
    { principalId: outer, principalType: 'Group', role: 'Owner', scope: scopes.registry }
  ],
  customRoles: [
    { id: '80000000-0000-0000-0000-000000000001', name: 'Puller', permissions: pullPermission }
  ],
  denyAssignments: [
    {
      id: '90000000-0000-0000-0000-000000000001',
      name: 'for everyone',
      scope: scopes.group,
      permissions: pullPermission,
      principals: [{ id: everyone, type: 'SystemDefined' }]
    },
    {
      id: '90000000-0000-0000-0000-000000000002',
      name: 'for a group',
      scope: scopes.registry,
      permissions: pullPermission,
      principals: [{ id: inner, type: 'Group' }]
    }
  ]
}

let cloud: Cloud
let client: ReturnType<typeof sdkClients>['authorization']
beforeEach(async () => {
  cloud = await startCloud(world)
  client = sdkClients(cloud).authorization
})
afterEach(() => cloud.close())

const atAndAbove = [
  scopes.root,
  scopes.managementGroup,
  scopes.subscription,
  scopes.group,
  scopes.registry
]
const groupGrant = scopes.registry

describe('role assignments', () => {
  const list = (filter?: string) =>
    all(
      client.roleAssignments.listForScope(scopes.registry, filter === undefined ? {} : { filter })
    )

  test.each([
    ['atScope()', [...atAndAbove, scopes.registry, groupGrant]],
    [undefined, [...atAndAbove, scopes.below, scopes.registry, groupGrant]],
    [`principalId eq '${kubelet}'`, [...atAndAbove, scopes.below]],
    [`principalId eq '${outer}'`, [groupGrant]],
    [`assignedTo('${kubelet}')`, [...atAndAbove, scopes.below, groupGrant]],
    [`atScope() and assignedTo('${kubelet}')`, [...atAndAbove, groupGrant]],
    [`assignedTo('${somebody}')`, [scopes.registry]],
    [`atScope() and assignedTo('${contoso.controlPlaneObjectId}')`, []]
  ])('the filter %s gives the right scopes', async (filter, expected) => {
    expect((await list(filter)).map(({ scope }) => scope)).toEqual(expected)
  })

  test.each([
    ['two filters that exclude each other', `atScope() and principalId eq '${kubelet}'`, 400],
    ['a group in assignedTo', `assignedTo('${outer}')`, 400],
    ['a principal that was deleted', "assignedTo('60000000-0000-0000-0000-000000000009')", 404],
    ['something else', "roleName eq 'AcrPull'", 400]
  ])('%s is refused', async (_name, filter, statusCode) => {
    await expect(list(filter)).rejects.toMatchObject({ statusCode })
  })

  test('an assignment at the root has an id without a doubled slash', async () => {
    const [atRoot] = await list(`principalId eq '${kubelet}'`)
    expect(atRoot?.id).toMatch(/^\/providers\/Microsoft\.Authorization\/roleAssignments\//)
    expect(atRoot?.roleDefinitionId).toMatch(new RegExp(`^${scopes.subscription}/providers/`))
  })

  test('an assignment that came through a group names the group', async () => {
    const items = await list(`atScope() and assignedTo('${kubelet}')`)
    expect(
      items.filter(item => item.principalType === 'Group').map(item => item.principalId)
    ).toEqual([outer])
  })

  test('pages are followed to the end', async () => {
    const paged = await startCloud({ ...world, pageSize: 2 })
    try {
      const items = await all(
        sdkClients(paged).authorization.roleAssignments.listForScope(scopes.registry)
      )
      expect(items).toHaveLength(8)
    } finally {
      await paged.close()
    }
  })
})

describe('role definitions', () => {
  const acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
  const custom = '80000000-0000-0000-0000-000000000001'

  test.each([
    ['a built-in role below a subscription', scopes.subscription, acrPull, 'AcrPull'],
    ['a built-in role at the root', '', acrPull, 'AcrPull'],
    ['a built-in role in capitals', scopes.registry, acrPull.toUpperCase(), 'AcrPull'],
    ['a custom role below its subscription', scopes.subscription, custom, 'Puller']
  ])('%s is found', async (_name, scope, id, roleName) => {
    const role = await client.roleDefinitions.getById(
      `${scope}/providers/Microsoft.Authorization/roleDefinitions/${id}`
    )
    expect(role.roleName).toBe(roleName)
    expect(role.permissions?.[0]?.actions).toEqual([
      'Microsoft.ContainerRegistry/registries/pull/read'
    ])
  })

  test('a custom role does not exist at the root', async () => {
    await expect(
      client.roleDefinitions.getById(`/providers/Microsoft.Authorization/roleDefinitions/${custom}`)
    ).rejects.toMatchObject({ statusCode: 404 })
  })
})

describe('deny assignments', () => {
  test.each([
    ['atScope()', ['for everyone', 'for a group']],
    [`atScope() and assignedTo('${kubelet}')`, ['for a group']],
    [`atScope() and assignedTo('${somebody}')`, []]
  ])('the filter %s gives the right ones', async (filter, expected) => {
    const items = await all(client.denyAssignments.listForScope(scopes.registry, { filter }))
    expect(items.map(({ denyAssignmentName }) => denyAssignmentName)).toEqual(expected)
  })
})

test.each(['roleAssignments', 'denyAssignments', 'roleDefinitions'] as const)(
  'without the right to read %s the answer is 403 and names the action',
  async kind => {
    const poor = await startCloud({ ...world, caller: { permissions: [] } })
    const { authorization } = sdkClients(poor)
    const calls = {
      roleAssignments: () => all(authorization.roleAssignments.listForScope(scopes.registry)),
      denyAssignments: () => all(authorization.denyAssignments.listForScope(scopes.registry)),
      roleDefinitions: () => authorization.roleDefinitions.get(scopes.registry, 'any')
    }
    await expect(calls[kind]()).rejects.toMatchObject({
      statusCode: 403,
      message: expect.stringContaining(`'Microsoft.Authorization/${kind}/read'`)
    })
    await poor.close()
  }
)

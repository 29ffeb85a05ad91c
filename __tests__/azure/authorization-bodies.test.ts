import { describe, expect, test } from '@jest/globals'
import { assignmentFrom } from '../../src/azure/authorization/assignments.ts'
import { denyAssignmentFrom } from '../../src/azure/authorization/deny-assignments.ts'
import { identityFrom } from '../../src/azure/cluster/identities.ts'
import { roleDefinitionFrom } from '../../src/azure/authorization/role-definitions.ts'

const noLists = { actions: null, notActions: null, dataActions: null, notDataActions: null }
const emptyPermission = {
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  condition: null,
  conditionVersion: null
}

describe('role assignments', () => {
  const properties = {
    roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/1',
    principalId: 'oid',
    scope: '/'
  }

  test('the scope / and its short id are kept as they are', () => {
    expect(
      assignmentFrom({ id: '/providers/Microsoft.Authorization/roleAssignments/1', properties })
    ).toEqual({
      ...properties,
      id: '/providers/Microsoft.Authorization/roleAssignments/1',
      principalType: null,
      condition: null,
      conditionVersion: null,
      createdOn: null,
      updatedOn: null
    })
  })

  test.each([
    ['an empty condition', '', null],
    ['a blank condition', ' \n', null],
    ['a null condition', null, null],
    ['a condition', '@Request[x] StringEquals 1', '@Request[x] StringEquals 1']
  ])('%s', (_name, condition, expected) => {
    expect(assignmentFrom({ id: '1', properties: { ...properties, condition } }).condition).toBe(
      expected
    )
  })

  test.each(['roleDefinitionId', 'principalId', 'scope'])(
    'without %s the answer is refused, because a dropped grant would look like none',
    key => {
      expect(() =>
        assignmentFrom({ id: '1', properties: { ...properties, [key]: undefined } })
      ).toThrow()
    }
  )
})

describe('deny assignments', () => {
  test('lists that are null are empty, names and exclusions are kept', () => {
    expect(
      denyAssignmentFrom({
        id: '/providers/Microsoft.Authorization/denyAssignments/D1',
        properties: {
          denyAssignmentName: 'lock',
          scope: '/subscriptions/1',
          doNotApplyToChildScopes: true,
          permissions: [noLists],
          principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
          excludePrincipals: [{ id: 'g', type: 'Group' }],
          condition: ''
        }
      })
    ).toEqual({
      id: '/providers/Microsoft.Authorization/denyAssignments/D1',
      name: 'lock',
      scope: '/subscriptions/1',
      doNotApplyToChildScopes: true,
      permissions: [emptyPermission],
      principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
      excludedPrincipals: [{ id: 'g', type: 'Group' }],
      condition: null,
      conditionVersion: null
    })
  })

  test('one without permissions is refused, because it would deny nothing', () => {
    expect(() => denyAssignmentFrom({ id: '1', properties: { scope: '/' } })).toThrow()
  })
})

describe('role definitions', () => {
  const definition = (type: string | null) => ({
    id: '/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/1',
    properties: {
      roleName: 'Reader',
      type,
      permissions: [{ ...noLists, actions: ['*/read'], condition: 'c', conditionVersion: '2.0' }]
    }
  })

  test('conditions of permissions are kept, which the SDK type does not have', () => {
    expect(roleDefinitionFrom(definition('BuiltInRole')).permissions).toEqual([
      { ...emptyPermission, actions: ['*/read'], condition: 'c', conditionVersion: '2.0' }
    ])
  })

  test.each([
    ['BuiltInRole', false],
    ['CustomRole', true],
    [null, true]
  ])('type %s: custom %s', (type, custom) => {
    expect(roleDefinitionFrom(definition(type)).custom).toBe(custom)
  })
})

describe('a managed identity', () => {
  const objectId = '40000000-0000-0000-0000-000000000001'
  const body = (principalId: string) => ({
    id: '/id',
    properties: { principalId, clientId: 'cid', tenantId: 't' }
  })

  test('has an object id and a client id', () => {
    const expected = { resourceId: '/id', objectId, clientId: 'cid', tenantId: 't' }
    expect(identityFrom(body(objectId))).toEqual(expected)
  })

  test('without an object id is none', () => {
    expect(() => identityFrom(body(''))).toThrow()
  })
})

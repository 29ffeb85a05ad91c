import { describe, expect, test } from '@jest/globals'
import { permissionsPage, readerRole, readerRoleFile } from '../../scripts/docs/permissions-page.ts'
import { checks } from '../../src/checks/index.ts'
import { armActions } from '../../src/facts/arm-actions.ts'

const actions = armActions.map(({ action }) => action)

describe('the role that runs the check', () => {
  test('has every action that a check declares', () => {
    const declared = new Set(checks.flatMap(({ permissions }) => permissions))
    expect([...declared].filter(action => !armActions.includes(action))).toEqual([])
  })

  test('has every action once', () => {
    expect(actions).toEqual([...new Set(actions)])
  })

  test('only reads: no write, no wildcard, no pull, no credentials', () => {
    expect(actions.filter(action => !/^[A-Za-z.]+(\/[A-Za-z]+)+\/read$/.test(action))).toEqual([])
    expect(actions.filter(action => /\/(pull|content)\/read$|listC/i.test(action))).toEqual([])
    expect(readerRole.DataActions).toEqual([])
  })

  test('is the same on the page and in the file', () => {
    expect(permissionsPage()).toContain(readerRoleFile())
    expect(JSON.parse(readerRoleFile())).toEqual(readerRole)
  })
})

test('the page shows for each check which answers it rests on', () => {
  const page = permissionsPage().split('\n')
  const resting = checks.filter(({ permissions }) => permissions.length > 0)
  const marks = resting.map(({ id }) =>
    (page.find(line => line.startsWith(`| [${id}]`)) ?? '').split('×')
  )
  expect(marks.map(({ length }) => length - 1)).toEqual(
    resting.map(({ permissions }) => permissions.length)
  )
})

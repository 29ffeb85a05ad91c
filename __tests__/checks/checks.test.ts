import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { checks } from '../../src/checks/index.ts'
import { casesOf, expectedFindings, expectedText, fixtureRoot, judgedText } from './fixtures.ts'

const finds = (text: string): boolean =>
  text.includes(': error: ') || /: (warning|note): /.test(text)
const cannotTell = (text: string): boolean => text.includes(': unknown: ')

describe.each(checks.map(check => [check.id, check] as const))('check %s', (id, check) => {
  const cases = casesOf(id)

  test.each(cases)('says what is expected of case %s', async name => {
    expect(await judgedText(check, id, name)).toBe(expectedText(id, name))
  })

  test('has a case that finds and a case that finds nothing', () => {
    const texts = cases.map(name => expectedFindings(id, name))
    expect(texts.some(text => finds(text) || cannotTell(text))).toBe(true)
    expect(texts.some(text => text === '')).toBe(true)
  })

  test('has a case where the answer is missing, when it rests on facts', () => {
    const rests = check.permissions.length > 0
    expect(!rests || cases.some(name => name.startsWith('unknown'))).toBe(true)
  })
})

test('every fixture folder belongs to a check', () => {
  const folders = readdirSync(fixtureRoot, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
  expect(folders.filter(name => !checks.some(check => check.id === name))).toEqual([])
})

test('every check has a folder, an id in kebab-case, a title and a rationale of its own', () => {
  const ids = checks.map(check => check.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter(id => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  expect(ids.filter(id => !existsSync(join(fixtureRoot, id)))).toEqual([])
  expect(checks.filter(check => check.title === '' || check.rationale === '')).toEqual([])
})

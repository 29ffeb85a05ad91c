import { describe, expect, test } from '@jest/globals'
import { allScenarios } from '../scenarios/all-scenarios.ts'
import { casesOf, expectedFindings } from '../checks/fixtures.ts'
import { causeFixtures } from './cause-fixtures.ts'
import { coversOf, failureCausesPage } from '../../scripts/docs/failure-causes-page.ts'
import { failureCauses, families } from '../../src/failure-causes/causes.ts'
import { checks } from '../../src/checks/index.ts'
import { knownIssues } from '../../src/known-issues/index.ts'

const ids = failureCauses.map(({ id }) => id)
const page = failureCausesPage()

describe('the taxonomy of failure causes', () => {
  test.each([
    ['Z', 20],
    ['S', 9],
    ['N', 16],
    ['T', 14],
    ['L', 14]
  ])('numbers the causes of family %s from 1 to %i', (family, count) => {
    const expected = Array.from({ length: count }, (_, index) => `${family}${index + 1}`)
    expect(failureCauses.filter(cause => cause.family === family).map(({ id }) => id)).toEqual(
      expected
    )
  })

  test('has no family without causes', () => {
    expect(Object.keys(families)).toEqual([...new Set(failureCauses.map(({ family }) => family))])
  })

  test.each([
    ['check', checks],
    ['known issue', knownIssues]
  ])('knows every cause that a %s declares', (_, finders) => {
    const declared = finders.flatMap(({ causes }) => [...causes])
    expect(declared.filter(cause => !ids.includes(cause))).toEqual([])
  })

  test('says of every cause what it is, what cures it and where that comes from', () => {
    const texts = failureCauses.flatMap(cause => [
      cause.title,
      cause.cause,
      cause.remedy,
      cause.source.title
    ])
    expect(texts.filter(text => text.trim() === '')).toEqual([])
  })

  test('writes titles without a full stop and sentences with one', () => {
    const wrong = failureCauses.filter(
      ({ title, cause, remedy }) =>
        title.endsWith('.') || !cause.endsWith('.') || !remedy.endsWith('.')
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
})

describe('the page of failure causes', () => {
  test.each(ids)('has an anchor for %s', id => {
    expect(page).toContain(`\n### ${id}\n`)
  })

  test('names the checks that look for a cause', () => {
    expect(coversOf('Z1')).toContainEqual({ id: 'no-pull-grant', page: 'checks.md' })
    expect(page).toContain('[no-pull-grant](checks.md#no-pull-grant)')
  })

  test('points to the page of known issues where one of them covers a cause', () => {
    expect(coversOf('Z15')).toContainEqual({
      id: 'acr-regional-endpoint-unmatched',
      page: 'known-issues.md'
    })
  })

  test('names each check once', () => {
    const covers = coversOf('L9').map(({ id }) => id)
    expect(covers).toEqual([...new Set(covers)])
  })

  test.each([
    ['T9', 'only a node can tell'],
    ['N16', 'of a registry we ask for the image itself alone'],
    ['L10', 'out of scope']
  ])('says why nothing looks for %s', (id, reason) => {
    expect(coversOf(id)).toEqual([])
    const row = page.split('\n').find(line => line.startsWith(`| [${id}]`))
    expect(row).toContain(reason)
  })
})

const scenarios = await allScenarios()

const scenariosOf = (cause: string, check: string): readonly string[] =>
  scenarios
    .filter(({ scenario }) => scenario.cause === cause && check in scenario.expect.findings)
    .map(({ name }) => name)

const fixturesOf = (cause: string, check: string): readonly string[] =>
  causeFixtures
    .filter(([of, fixture]) => of === cause && fixture.startsWith(`${check}/`))
    .map(([, fixture]) => fixture)

describe('what is said to look for a cause', () => {
  const cells = ids.flatMap(cause => coversOf(cause).map(({ id }) => [id, cause] as const))

  test.each(cells)('%s finds a situation that %s was the cause of', (check, cause) => {
    expect([...scenariosOf(cause, check), ...fixturesOf(cause, check)]).not.toEqual([])
  })

  test.each(causeFixtures)('%s is found in fixture %s', (cause, fixture) => {
    const [check = '', name = ''] = fixture.split('/')
    expect(coversOf(cause).map(({ id }) => id)).toContain(check)
    expect(casesOf(check)).toContain(name)
    expect(expectedFindings(check, name)).not.toBe('')
  })
})

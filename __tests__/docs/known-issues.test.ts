import { describe, expect, test } from '@jest/globals'
import { knownIssuesPage } from '../../scripts/docs/known-issues-page.ts'
import { knownIssues } from '../../src/known-issues/index.ts'
import type { KnownIssue } from '../../src/known-issues/known-issue.ts'

const page = knownIssuesPage()

const sectionOf = (id: string): string =>
  page.split(/\n(?=## )/).find(section => section.startsWith(`## ${id}\n`)) ?? ''

const cases: readonly (readonly [string, KnownIssue])[] = knownIssues.map(issue => [
  issue.id,
  issue
])

describe.each(cases)('the section of %s', (id, issue) => {
  const section = sectionOf(id)

  test('has a row for each minor of the fix table', () => {
    const rows = section.split('\n').filter(line => /^\| 1\.\d+ \|/.test(line))
    expect(rows.map(row => row.split(' ')[1])).toEqual(issue.fixes.map(({ minor }) => minor))
  })

  test('has every workaround and every link', () => {
    const texts = [
      ...issue.workarounds.map(({ text }) => text),
      ...issue.links.map(({ url }) => url)
    ]
    expect(texts.filter(text => !section.includes(text))).toEqual([])
  })
})

test('shows both numbers where the published list and upstream differ', () => {
  const row = sectionOf('acr-msi-multi-registry')
    .split('\n')
    .find(line => line.startsWith('| 1.17 |'))
  expect(row).toContain('| 1.17.14 | 1.17.15 |')
})

test('names the usable patch where the first fixed one was withdrawn', () => {
  expect(sectionOf('acr-msi-empty-cache')).toContain('1.17.10 (take 1.17.11)')
})

test('says when an issue is worse than usual', () => {
  expect(sectionOf('acr-sp-grant-not-seen')).toContain(
    'warning, error when the registry is in another subscription'
  )
})

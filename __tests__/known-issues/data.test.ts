import { describe, expect, test } from '@jest/globals'
import { holds, termsOf } from '../../src/known-issues/condition.ts'
import { fixedPatch } from '../../src/known-issues/fix-table.ts'
import { knownIssues } from '../../src/known-issues/index.ts'
import { mirrorIssues } from '../../src/known-issues/mirror-issues.ts'
import type { FixRow, KnownIssue } from '../../src/known-issues/known-issue.ts'
import { compareMinors, minorOf } from '../../src/kubernetes/kubernetes-version.ts'
import { parseNodeImage } from '../../src/kubernetes/nodes/node-image.ts'
import { supportCalendar } from '../../src/known-issues/support-calendar.ts'
import { pullTraits } from './builders.ts'

const minorNumber = (minor: string): number => Number(minor.split('.')[1])

const isAscendingWithoutGaps = (minors: readonly string[]): boolean =>
  minors.every((minor, index) => minorNumber(minor) === minorNumber(minors[0] ?? '') + index)

const patchesOf = ({ documented, fixed, upgradeTo }: FixRow): readonly string[] =>
  [documented, fixed, upgradeTo].filter(text => /^\d/.test(text ?? '')).map(String)

const isWellFormed = (row: FixRow): boolean =>
  ['none', 'any'].includes(row.fixed) ? true : /^\d+\.\d+\.\d+$/.test(row.fixed)

const linesOf: Readonly<Record<string, 'Linux' | 'Windows'>> = {
  linux: 'Linux',
  windows2022: 'Windows',
  windows2025: 'Windows'
}

describe.each(knownIssues.map(issue => [issue.id, issue] as const))(
  '%s',
  (id, issue: KnownIssue) => {
    test('has an id in kebab-case, a title and links over https', () => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(issue.title).not.toBe('')
      expect(issue.links.length).toBeGreaterThan(0)
      expect(issue.links.filter(({ url }) => !url.startsWith('https://'))).toEqual([])
    })

    test('has a condition, and a workaround', () => {
      expect(termsOf(issue.appliesTo).length).toBeGreaterThan(0)
      expect(issue.workarounds.length).toBeGreaterThan(0)
    })

    test('has rows that ascend by one minor', () => {
      expect(isAscendingWithoutGaps(issue.fixes.map(({ minor }) => minor))).toBe(true)
    })

    test('has each number inside the minor of its row', () => {
      const strays = issue.fixes.filter(row =>
        patchesOf(row).some(patch => minorOf(patch) !== row.minor)
      )
      expect(strays).toEqual([])
    })

    test('has a source for each row, and a patch, none or any', () => {
      expect(issue.fixes.filter(({ source }) => source.trim() === '')).toEqual([])
      expect(issue.fixes.filter(row => !isWellFormed(row))).toEqual([])
    })

    test('names a node image exactly where the patch does not decide, in numbers that compare', () => {
      for (const row of issue.fixes) {
        const images = Object.entries(row.nodeImage ?? {})
        expect(images.length > 0).toBe(row.fixed === 'any')
        for (const [line, version] of images)
          expect(parseNodeImage(version, linesOf[line] ?? 'Linux')?.line).toBe(line)
      }
    })

    test('ends with a row that has a fix, and none of its rows is older than the bug', () => {
      expect(issue.fixes.at(-1)?.fixed).not.toBe('none')
      expect(
        issue.introduced === null || compareMinors(issue.introduced, issue.fixes[0].minor) <= 0
      ).toBe(true)
    })

    test('documents a number only where the published list has the issue', () => {
      const rows = issue.fixes.filter(({ documented }) => documented !== undefined)
      expect(rows.length > 0).toBe(issue.documented !== null)
    })

    test('is not documented as fixed later than it was', () => {
      const early = issue.fixes.filter(row => {
        const fixed = fixedPatch(row)
        return (
          fixed !== null &&
          row.documented?.startsWith('1.') &&
          patchNumber(row.documented) > patchNumber(fixed)
        )
      })
      expect(early).toEqual([])
    })
  }
)

describe.each(mirrorIssues.map(issue => [issue.id, issue] as const))('%s', (_, issue) => {
  test('has rows that ascend by one minor from the first affected one to one with the fix', () => {
    const minors = issue.fixes.map(({ minor }) => minor)
    expect(isAscendingWithoutGaps(minors)).toBe(true)
    expect(minors[0]).toBe(issue.introduced)
    expect(fixedPatch(issue.fixes.at(-1) ?? issue.fixes[0])).not.toBeNull()
  })

  test('has a source for each row, node images that compare, and links over https', () => {
    expect(issue.fixes.filter(({ source }) => source.trim() === '')).toEqual([])
    for (const { nodeImage } of issue.fixes)
      for (const image of Object.values(nodeImage ?? {}))
        expect(parseNodeImage(image, 'Linux')?.line).toBe('linux')
    expect(issue.links.filter(({ url }) => !url.startsWith('https://'))).toEqual([])
  })
})

const patchNumber = (version: string): number => Number(version.split('.')[2])

test('ids are unique', () => {
  expect(new Set(knownIssues.map(({ id }) => id)).size).toBe(knownIssues.length)
})

test('the published five come first, in the order of their sections', () => {
  expect(knownIssues.map(({ documented }) => documented?.section ?? null)).toEqual([
    ...[1, 2, 3, 4, 5],
    ...[null, null, null, null, null, null, null, null, null]
  ])
})

test('issues that heal by themselves are never an error', () => {
  const healing = knownIssues.filter(({ documented }) => [4, 5].includes(documented?.section ?? 0))
  const severities = healing.flatMap(issue => [
    issue.severity,
    ...(issue.severityWhen ?? []).map(({ severity }) => severity)
  ])
  expect(severities).toEqual(['warning', 'warning', 'note'])
})

test('the rows of the published list are those that it states', () => {
  const stated = knownIssues.flatMap(issue =>
    issue.fixes
      .filter(({ documented }) => documented !== undefined && documented !== null)
      .map(row => `${issue.documented?.section ?? 0} ${row.minor} ${row.documented ?? ''}`)
  )
  expect(stated).toEqual([
    ...[
      '1 1.7 none',
      '1 1.8 none',
      '1 1.9 1.9.11',
      '1 1.10 1.10.7',
      '1 1.11 1.11.2',
      '1 1.12 1.12.0'
    ],
    ...['2 1.10 none', '2 1.11 1.11.9', '2 1.12 1.12.7', '2 1.13 1.13.5', '2 1.14 1.14.0'],
    ...['3 1.14 none', '3 1.15 1.15.0', '3 1.16 1.16.0'],
    ...['4 1.15 none', '4 1.16 1.16.14', '4 1.17 1.17.10', '4 1.18 1.18.6', '4 1.19 1.19.0'],
    ...['5 1.16 none', '5 1.17 1.17.14', '5 1.18 1.18.12', '5 1.19 1.19.4', '5 1.20 1.20.0']
  ])
})

test('three published numbers are too low, all of the issue with several registries', () => {
  const differing = knownIssues.flatMap(issue =>
    issue.fixes
      .filter(row => typeof row.documented === 'string' && row.documented !== row.fixed)
      .map(row => `${issue.id}: ${String(row.documented)}, fixed in ${row.fixed}`)
  )
  expect(differing).toEqual([
    'acr-msi-multi-registry: 1.17.14, fixed in 1.17.15',
    'acr-msi-multi-registry: 1.18.12, fixed in 1.18.13',
    'acr-msi-multi-registry: 1.19.4, fixed in 1.19.5'
  ])
})

test('every condition and every special severity can be decided by full traits', () => {
  const conditions = knownIssues.flatMap(issue => [
    issue.appliesTo,
    ...(issue.severityWhen ?? []).map(({ when }) => when),
    ...(issue.remains ?? []).map(({ when }) => when)
  ])
  expect(conditions.filter(condition => holds(condition, pullTraits()) === 'maybe')).toEqual([])
})

test('the support calendar ascends by one minor, and long-term support ends after community support', () => {
  expect(isAscendingWithoutGaps(supportCalendar.map(({ minor }) => minor))).toBe(true)
  for (const { generallyAvailable, communityEnd, longTermEnd } of supportCalendar)
    expect([generallyAvailable, communityEnd, longTermEnd]).toEqual(
      [generallyAvailable, communityEnd, longTermEnd].toSorted()
    )
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checks } from '../../src/checks/index.ts'
import { judgement, type Policy } from '../../src/judgement/judgement.ts'
import { withShortIds } from '../../src/reports/wording/ids.ts'
import { clusterNames } from '../../src/reports/wording/names.ts'
import type { Report } from '../../src/reports/report.ts'
import { headlineOf } from '../../src/reports/text/text-headline.ts'
import { textReport } from '../../src/reports/text/text.ts'
import { casesOf, runOf } from '../checks/fixtures.ts'
import { hostileReport } from './hostile-report.ts'
import { sampleReport } from './sample-report.ts'

const policy: Policy = {
  failOn: 'error',
  classSeverity: { pod: 'error', container: 'error', field: 'warning', mention: 'note' },
  checkSeverity: {},
  settings: []
}

/** The first lines of the findings of a report, as a terminal without an edge shows them. */
const firstLines = (report: Report): readonly string[] =>
  textReport(report)
    .split('\n')
    .filter(line => report.findings.some(({ check }) => line.endsWith(`  [${check}]`)))

const cases = checks.flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))

describe('the first line of a finding', () => {
  test.each(cases)(
    'says in at most 160 characters what, where and why in %s/%s',
    async (id, name) => {
      const { manifests, facts } = await runOf(id, name)
      const report = judgement(manifests, facts, 'file', policy)
      const lines = firstLines(report)
      expect(lines.length).toBe(report.findings.length)
      expect(lines.filter(line => Array.from(line).length > 160)).toEqual([])
      for (const finding of report.findings) {
        const { text, isWhole } = headlineOf(finding, finding.message, {
          report,
          names: clusterNames(report)
        })
        const subject = finding.image?.split('/').at(-1)?.split(/[:@]/)[0] ?? finding.registry ?? ''
        if (!isWhole && subject.length < 24)
          expect(text.toLowerCase()).toContain(subject.toLowerCase())
      }
    }
  )

  test('is as long with hostile texts and names without end', () => {
    fc.assert(
      fc.property(hostileReport, fc.nat(400), (report, length) => {
        const names = clusterNames(report)
        for (const finding of report.findings) {
          const long = {
            ...finding,
            check: 'a-check',
            message: finding.message + 'x'.repeat(length)
          }
          const { place, text } = headlineOf(long, long.message, { report, names })
          expect([place, text].join('').length + long.severity.length + 15).toBeLessThan(162)
        }
      }),
      { numRuns: 50 }
    )
  })

  test.each([80, 120, 200])('wraps at %i columns and says the same', width => {
    const words = (text: string) => text.split(/\s+/).join(' ')
    const wide = firstLines(sampleReport).map(words)
    const narrow = words(textReport(sampleReport, { color: false, width }))
    for (const line of wide) expect(narrow).toContain(line)
  })
})

test('the message stands below with what the first line leaves out, ids shortened where a name is told', () => {
  const text = textReport(sampleReport)
  expect(text).toContain('(object id 00000000…a001) has no role at registry contoso.azurecr.io')
  expect(text).toContain(
    'because  · the nodes of cluster aks-prod-weu pull with kubelet identity aks-prod-weu-agentpool (object id 00000000-0000-0000-0000-00000000a001)'
  )
  expect(text).toContain('--assignee-object-id 00000000-0000-0000-0000-00000000a001')
})

test.each([
  [
    'of a name',
    'identity a (object id 01234567-89ab-4cde-8f01-23456789abcd) x',
    'identity a (object id 01234567…abcd) x'
  ],
  [
    'of nothing else',
    'kubelet identity (object id 01234567-89ab-4cde-8f01-23456789abcd)',
    'kubelet identity (object id 01234567-89ab-4cde-8f01-23456789abcd)'
  ],
  [
    'of two names',
    'a (object id 01234567-89ab-4cde-8f01-23456789abcd), b (object id 01234567-89ab-4cde-8f01-23456789abce)',
    'a (object id 01234567…abcd), b (object id 01234567…abce)'
  ],
  ['of no id', 'a (object id unknown) (object id ', 'a (object id unknown) (object id ']
])('an object id is short beside a name: %s', (_name, message, expected) => {
  expect(withShortIds(message)).toBe(expected)
})

import { describe, expect, test } from '@jest/globals'
import type { Log, Run } from 'sarif'
import type { Report } from '../../src/reports/report.ts'
import { rendered } from './rendered.ts'
import { sampleReport } from './sample-report.ts'

const runOf = (report: Report): Run => {
  const log = JSON.parse(rendered.sarif(report)) as Log
  const [run] = log.runs
  if (run === undefined) throw new Error('The log has no run.')
  return run
}

const sample = runOf(sampleReport)

describe('what code scanning demands', () => {
  test.each(sample.tool.driver.rules?.map(rule => [rule.id, rule] as const) ?? [])(
    'rule %s has its four texts',
    (_id, rule) => {
      expect(rule.shortDescription?.text).toMatch(/\S/)
      expect(rule.fullDescription?.text).toMatch(/\S/)
      expect(rule.help?.text).toMatch(/\S/)
      expect(rule.help?.markdown).toMatch(/\S/)
      expect(rule.properties?.tags?.length).toBeLessThanOrEqual(10)
    }
  )

  test('every result names its rule, by id and by index, and a whole region', () => {
    expect(sample.results).toHaveLength(sampleReport.findings.length)
    for (const result of sample.results ?? []) {
      expect(sample.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId)
      expect(result.message.text).toMatch(/\S/)
      expect(result.partialFingerprints?.['acrPullCheck/v1']).toMatch(/\S/)
      expect(result.locations?.[0]?.physicalLocation).toEqual({
        artifactLocation: { uri: expect.any(String), uriBaseId: '%SRCROOT%' },
        region: {
          startLine: expect.any(Number),
          startColumn: expect.any(Number),
          endLine: expect.any(Number),
          endColumn: expect.any(Number)
        }
      })
    }
  })
})

test('an unknown is a warning of kind fail, because SARIF has no level beside another kind, and says so itself', () => {
  const unknown = sample.results?.filter(({ properties }) => properties?.['severity'] === 'unknown')
  expect(unknown?.map(({ ruleId, level, kind }) => [ruleId, level, kind])).toEqual([
    ['facts-missing', 'warning', 'fail']
  ])
  expect(new Set(sample.results?.map(({ kind }) => kind))).toEqual(new Set(['fail']))
})

test('other places of a finding are related locations', () => {
  const related = sample.results?.flatMap(result => result.relatedLocations ?? [])
  expect(related?.map(location => location.physicalLocation?.artifactLocation?.uri)).toEqual([
    'deploy/shop/migrate.yaml'
  ])
})

test('a finding without a place stands at an image of its registry', () => {
  const issue = sample.results?.find(result => result.ruleId === 'acr-arm-audience-disabled')
  expect(issue?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
    'deploy/shop/web.yaml'
  )
})

test('a finding of a report without any place is a notification, because a result may not be', () => {
  const findings = sampleReport.findings.map(finding => ({ ...finding, locations: [] }))
  const run = runOf({ ...sampleReport, images: [], invalidImages: [], coverage: [], findings })
  expect(run.results).toEqual([])
  expect(run.invocations?.[0]?.toolExecutionNotifications).toHaveLength(findings.length)
})

test('a path becomes a relative URI', () => {
  const [first] = sampleReport.findings
  const place = { file: 'a b/ü#?.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 }
  const finding = first && { ...first, locations: [place] }
  const run = runOf({ ...sampleReport, findings: finding === undefined ? [] : [finding] })
  const [result] = run.results ?? []
  expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
    'a%20b/%C3%BC%23%3F.yaml'
  )
})

test.each([
  ['a link', 'see [this](1)', String.raw`see \[this\]\(1\)`],
  ['a link within brackets', '[x[PWN](https://e)', String.raw`\[x\[PWN\]\(https://e\)`],
  ['brackets alone', 'f(x)[0]', String.raw`f\(x\)\[0\]`],
  ['a bracket that is escaped', String.raw`\[a\\]`, String.raw`\\\[a\\\\\]`],
  ['a placeholder', 'web:{0} ${TAG} {{ .x }}', 'web:{{0}} ${TAG} {{ .x }}'],
  ['backslashes elsewhere', String.raw`C:\a\\b \ `, String.raw`C:\a\\b \ `]
])('a message says %s and nothing else', (_name, message, expected) => {
  const findings = sampleReport.findings
    .slice(0, 1)
    .map(finding => ({ ...finding, message, remediation: [] }))
  expect(runOf({ ...sampleReport, findings }).results?.map(result => result.message.text)).toEqual([
    expected
  ])
})

test('a result says whether somebody accepts it, where that stands, and whether it is new', () => {
  const [first] = sampleReport.findings
  if (first === undefined) throw new Error('The sample has no finding.')
  const by = (kind: 'comment' | 'baseline') =>
    ({ ...first, new: false, suppressed: { by: kind, reason: 'known', place: null } }) as const
  const findings = [{ ...first, new: true }, by('comment'), by('baseline')]
  const results = runOf({ ...sampleReport, findings }).results ?? []
  expect(results.map(({ suppressions, baselineState }) => [suppressions, baselineState])).toEqual([
    [[], 'new'],
    [[{ kind: 'inSource', justification: 'known' }], 'unchanged'],
    [[{ kind: 'external', justification: 'known' }], 'unchanged']
  ])
  expect(sample.results?.every(({ baselineState }) => baselineState === undefined)).toBe(true)
})

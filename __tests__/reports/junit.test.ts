import { describe, expect, test } from '@jest/globals'
import { checks } from '../../src/checks/index.ts'
import { reportOn, type Policy } from '../../src/judgement/judgement.ts'
import { causesIn } from '../../src/reports/causes.ts'
import type { Report } from '../../src/reports/report.ts'
import { casesOf, runOf } from '../checks/fixtures.ts'
import { rendered } from './rendered.ts'
import { sampleReport } from './sample-report.ts'

const policy: Policy = {
  failOn: 'error',
  classSeverity: { pod: 'error', container: 'error', field: 'warning', mention: 'note' },
  checkSeverity: {},
  settings: []
}

const cases = checks.flatMap(({ id }) => casesOf(id).map(name => [id, name] as const))

const reportOf = async (id: string, name: string): Promise<Report> =>
  reportOn(await runOf(id, name), 'file', policy)

describe('a verdict and the findings that say why', () => {
  test.each(cases)('belong together in %s/%s', async (id, name) => {
    const report = await reportOf(id, name)
    const causesOf = causesIn(report)
    const silent = report.verdicts
      .filter(({ result }) => result !== 'pull')
      .filter(verdict => causesOf(verdict).length === 0)
    expect(silent.map(({ image, because }) => [image, because.at(-1)])).toEqual([])
    expect(
      report.verdicts.filter(
        ({ result, checks: why }) => (result === 'pull') !== (why.length === 0)
      )
    ).toEqual([])
  })
})

type ReadCase = {
  readonly name: string
  readonly outcome: string
  readonly type: string
  readonly message: string
}

/** The cases of a report, as far as a test view shows them. */
function casesIn(report: Report): readonly ReadCase[] {
  const pattern =
    /<testcase classname="[^"]*" name="([^"]*)">\s*<([a-z-]+)(?: type="([^"]*)" message="([^"]*)")?>/g
  return [...rendered.junit(report).matchAll(pattern)].map(
    ([, name = '', outcome = '', type = '', message = '']) => ({ name, outcome, type, message })
  )
}

const caseOf = (report: Report, image: string): ReadCase | undefined =>
  casesIn(report).find(({ name }) => name === image)

describe('a failing case names the cause of its verdict', () => {
  const web = 'contoso.azurecr.io/shop/web:1.4.2'
  const [grant] = sampleReport.findings
  const verdicts = sampleReport.verdicts.filter(({ image }) => image === web).slice(0, 1)
  const report = (findings: Report['findings']): Report => ({ ...sampleReport, verdicts, findings })
  if (grant === undefined) throw new Error('The sample has no finding.')
  const advice = { ...grant, check: 'group-grant', severity: 'warning', message: 'advice' } as const

  test.each([
    ['beside a warning about the same image', [advice, grant], grant.check, grant.message],
    [
      'beside an error about the same image',
      [{ ...advice, severity: 'error' }, grant],
      grant.check,
      grant.message
    ],
    [
      'as a warning where the class of the image makes it one',
      [{ ...grant, severity: 'warning' }],
      grant.check,
      grant.message
    ],
    [
      'where the finding is about all images of the registry',
      [{ ...grant, image: null, message: 'pulls fail' }],
      grant.check,
      'pulls fail'
    ],
    ['by the evidence where the finding is off', [advice], 'no-pull', verdicts[0]?.because.at(-1)],
    [
      'and not what is said of another cluster',
      [{ ...grant, cluster: 'c2' }],
      'no-pull',
      verdicts[0]?.because.at(-1)
    ]
  ] as const)('%s', (_name, findings, type, message) => {
    expect(caseOf(report(findings), web)).toEqual({ name: web, outcome: 'failure', type, message })
  })

  test('and the finding stands in that case alone', () => {
    const joined = report([{ ...grant, image: null }])
    expect(casesIn({ ...joined, coverage: [] }).map(({ name }) => name)).toEqual([web])
  })
})

test('names hold nothing that changes from run to run: no age, count or line', () => {
  const [first] = sampleReport.findings
  const stale = (hours: number, line: number): Report => ({
    ...sampleReport,
    verdicts: [],
    coverage: sampleReport.coverage.map(gap => ({ ...gap, line, reason: `after ${hours} lines` })),
    findings: sampleReport.findings.slice(0, 1).map(finding => ({
      ...finding,
      check: 'facts-stale',
      image: null,
      message: `facts are ${hours} hours old`,
      locations: (first?.locations ?? []).map(place => ({ ...place, line }))
    }))
  })
  const names = (report: Report) => casesIn(report).map(({ name }) => name)
  expect(names(stale(25, 3))).toEqual(names(stale(26, 4)))
  expect(names(stale(25, 3))).toContain('facts-stale: contoso.azurecr.io on aks-prod-weu')
})

test.each([
  ['a suppressed one', { suppressed: { by: 'config', reason: 'known', place: null } }],
  ['one that was there before', { new: false }]
] as const)(
  'a blocked pull whose cause is %s is skipped, neither failed nor passed',
  (_name, standing) => {
    const findings = sampleReport.findings.map(finding => ({ ...finding, ...standing }))
    const outcomes = casesIn({ ...sampleReport, findings }).map(({ outcome }) => outcome)
    expect(outcomes).toContain('skipped')
    expect(outcomes).not.toContain('failure')
  }
)

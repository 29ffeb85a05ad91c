import { describe, expect, test } from '@jest/globals'
import type { Log } from 'sarif'
import { formats } from '../../src/settings/options.ts'
import { reporters } from '../../src/reports/index.ts'
import type { Report } from '../../src/reports/report.ts'
import { annotations, markdownReport, withinLimits } from '../../src/reports/index.ts'
import { rendered } from './rendered.ts'
import { expectFile } from './expected.ts'
import { fleetReport } from './fleet-report.ts'
import { sampleReport } from './sample-report.ts'

const bytes = (text: string): number => new TextEncoder().encode(text).length

const findingsIn = (markdown: string): number => markdown.match(/^- /gm)?.length ?? 0

describe('the job summary of a fleet', () => {
  test('names clusters with a problem and counts the others, in text as well', () => {
    const report = { ...fleetReport(15, 40), findings: [], notProven: [] }
    expectFile('fleet.md', markdownReport(report))
    expectFile('fleet.txt', rendered.text(report))
  })

  test('has room for every finding while it can', () => {
    const summary = markdownReport(fleetReport(30, 70))
    expect(summary).not.toContain('not shown')
    expect(summary.match(/^- .*(?:cannot be pulled|likewise)/gm)).toHaveLength(100)
  })

  test.each([
    ['many findings', fleetReport(200, 105)],
    ['many images', fleetReport(4000, 8)],
    ['long messages of three bytes a character', fleetReport(60, 210, '語'.repeat(5000))]
  ])('stays below 1 MiB with %s and says how many findings are not shown', (_name, report) => {
    const summary = markdownReport(report)
    expect(bytes(summary)).toBeLessThanOrEqual(900 * 1024)
    const left = Number(/\*\*(\d+) more findings?\*\* not shown/.exec(summary)?.[1] ?? 0)
    const shown = summary.match(/^- .*(?:cannot be pulled|likewise)/gm)?.length ?? 0
    expect(left).toBeGreaterThan(0)
    expect(shown + left).toBe(report.findings.length)
  })

  test('fits into any size that it is given', () => {
    expect(bytes(markdownReport(fleetReport(100, 70), { maxBytes: 65_000 }))).toBeLessThan(65_001)
  })

  test('shows fewer findings of one fix rather than none', () => {
    const findings = sampleReport.findings.slice(0, 1).flatMap(finding =>
      Array.from({ length: 50 }, (_, index) => ({
        ...finding,
        message: `${index} ${'x'.repeat(1000)}`
      }))
    )
    const report = { ...sampleReport, findings }
    const summary = markdownReport(report, { maxBytes: 20_000 })
    expect(findingsIn(summary)).toBeGreaterThan(10)
    expect(summary).toContain('**40 more findings** not shown')
  })
})

describe('annotations', () => {
  test('of one check at one image are shared by the clusters of a fleet', () => {
    const report = fleetReport(4, 70)
    expect(report.findings).toHaveLength(20)
    const all = annotations(report)
    expect(all.map(annotation => annotation.location?.file)).toEqual([
      'deploy/team/app-0.yaml',
      'deploy/team/app-3.yaml'
    ])
    expect(all[0]?.message.split('\n').filter(line => line.includes('aks-'))).toHaveLength(20)
  })

  test('stop at ten of each level with the failure of the step, and leave a notice for the rest', () => {
    const lines = rendered.github(fleetReport(60, 7)).trimEnd().split('\n')
    expect(lines).toHaveLength(10)
    expect(lines.slice(0, 9).every(line => line.startsWith('::error file='))).toBe(true)
    expect(lines.at(-1)).toBe(
      '::notice title=acr-pull-check::and 11 more: see the job summary and the JSON report'
    )
  })

  test('give up a notice of their own when the rest must be mentioned', () => {
    const notices = fleetReport(60, 7).findings.map(finding => ({
      ...finding,
      severity: 'note' as const
    }))
    const all = annotations({ ...sampleReport, coverage: [], findings: notices })
    expect(all).toHaveLength(20)
    expect(withinLimits(all).shown).toHaveLength(9)
    expect(withinLimits(all).left).toBe(11)
    expect(withinLimits(all.slice(0, 10))).toEqual({ shown: all.slice(0, 10), left: 0 })
  })

  test.each(['', 'x'])('are cut at what the runner takes, between characters', shift => {
    const [annotation] = annotations(fleetReport(1, 1, shift + '😀'.repeat(5000)))
    expect(annotation?.message.length).toBeGreaterThan(4094)
    expect(annotation?.message.length).toBeLessThanOrEqual(4096)
    expect(annotation?.message).toMatch(/😀…$/u)
  })

  test('put the primary places of all findings before the other places of any', () => {
    const errors = annotations(sampleReport).filter(annotation => annotation.level === 'error')
    expect(errors.map(({ location }) => location?.file)).toEqual([
      'deploy/reports/cronjob.yaml',
      'deploy/shop/api.yaml',
      'deploy/shop/cron.yaml',
      'deploy/shop/web.yaml',
      'deploy/shop/migrate.yaml'
    ])
  })

  test('have columns only within one line', () => {
    const [first] = sampleReport.findings
    const place = { file: 'a.yaml', line: 2, column: 3, endLine: 4, endColumn: 1 }
    const report = {
      ...sampleReport,
      findings: first === undefined ? [] : [{ ...first, locations: [place] }]
    }
    expect(rendered.github(report)).toMatch(/^::error file=a.yaml,line=2,endLine=4,title=/)
  })
})

describe('a report that would be too large', () => {
  const cause = { description: '', command: null, code: null }
  const small = sampleReport.findings
    .slice(0, 1)
    .map(finding => ({ ...finding, message: 'm', remediation: [cause] }))
  const place = sampleReport.verdicts.slice(0, 1)
  const huge: Report = {
    ...sampleReport,
    findings: Array.from({ length: 40_000 }, () => small).flat(),
    verdicts: Array.from({ length: 40_000 }, () => place).flat(),
    coverage: Array.from({ length: 60_000 }, () => sampleReport.coverage).flat()
  }

  test.each(formats.filter(format => format !== 'json'))(
    'is cut to 20 MB as %s, and says so where it was',
    format => {
      const output = rendered[format](huge)
      expect(Buffer.byteLength(output)).toBeLessThanOrEqual(20 * 1024 * 1024)
      if (!['github', 'markdown', 'comment'].includes(format))
        expect(output).toMatch(/leaves out \d+ findings, \d+ verdicts, \d+ gaps/)
    }
  )

  test('has no more results than code scanning takes of one run', () => {
    const log = JSON.parse(rendered.sarif({ ...huge, verdicts: [], coverage: [] })) as Log
    expect(log.runs[0]?.results?.length).toBeGreaterThan(1000)
    expect(log.runs[0]?.results?.length).toBeLessThanOrEqual(25_000)
  })

  test('is whole as JSON, in pieces', () => {
    let pieces = 0
    let longest = 0
    for (const piece of reporters.json(huge)) {
      pieces += 1
      longest = Math.max(longest, piece.length)
    }
    expect(pieces).toBeGreaterThan(1000)
    expect(longest).toBeLessThan(100_000)
  })
})

import { describe, expect, test } from '@jest/globals'
import type { Log } from 'sarif'
import { failedRun } from '../../src/judgement/failed-run.ts'
import { azurePipelinesReport } from '../../src/reports/azure-pipelines.ts'
import { markdownReport } from '../../src/reports/index.ts'
import { textReport } from '../../src/reports/text/text.ts'
import { headline } from '../../src/reports/wording/words.ts'
import { formats } from '../../src/settings/options.ts'
import { rendered, renderedImages } from './rendered.ts'
import { expectFile } from './expected.ts'
import { passingReport, sampleReport } from './sample-report.ts'

const source = {
  repositoryUrl: 'https://github.com/contoso/shop',
  sha: '0123456789abcdef0123456789abcdef01234567'
}

describe('the sample report', () => {
  const cases: readonly (readonly [name: string, render: () => string, file: string])[] = [
    ['text for people', () => rendered.text(sampleReport), 'sample.txt'],
    ['JSON', () => rendered.json(sampleReport), 'sample.json'],
    ['SARIF', () => rendered.sarif(sampleReport), 'sample.sarif'],
    ['the job summary', () => markdownReport(sampleReport, { source }), 'sample.md'],
    ['workflow commands', () => rendered.github(sampleReport), 'sample.github.txt'],
    ['GitLab Code Quality', () => rendered.gitlab(sampleReport), 'sample.gitlab.json'],
    [
      'Azure Pipelines logging commands',
      () =>
        azurePipelinesReport(sampleReport, {
          root: '/agent/work/1/s',
          markdownFile: '/agent/work/1/s/out/summary.md'
        }),
      'sample.azure-pipelines.txt'
    ],
    ['JUnit XML', () => rendered.junit(sampleReport), 'sample.junit.xml'],
    ['a page', () => rendered.html(sampleReport), 'sample.html'],
    ['the list of images', () => renderedImages.text(sampleReport), 'images.txt'],
    ['the list of images as JSON', () => renderedImages.json(sampleReport), 'images.json']
  ]
  test.each(cases)('is rendered as %s byte by byte as expected', (_name, render, file) => {
    expectFile(file, render())
  })
})

describe('what was not read', () => {
  test.each(formats)('is listed as %s, whatever the findings are', format => {
    const output = rendered[format]({ ...sampleReport, findings: [] })
    for (const { file } of sampleReport.coverage) expect(output).toContain(file)
    if (format !== 'json') expect(output).toContain('not everything was read')
  })

  test('stands at the beginning of the headline', () => {
    expect(headline(sampleReport)).toMatch(/^not everything was read; 4 of 9 pulls are blocked/)
    expect(headline({ ...passingReport, coverage: sampleReport.coverage })).toBe(
      'not everything was read; no blocking configuration found in the rest'
    )
  })
})

describe('a run that ended before anything was judged', () => {
  const message = 'Cluster aks-prod cannot be read: 403; grant the identity Reader there.'
  const ended = failedRun({ message, exitCode: 3 }, 'azure', sampleReport.settings)

  test.each(formats)('says why as %s', format => {
    const words = ['Cluster', 'cannot be read', 'grant the identity Reader there']
    for (const word of words) expect(rendered[format](ended)).toContain(word)
  })

  test('is no successful execution to readers of SARIF', () => {
    const log = JSON.parse(rendered.sarif(ended)) as Log
    expect(log.runs[0]?.results).toEqual([])
    expect(log.runs[0]?.invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 3,
        toolExecutionNotifications: [
          { descriptor: { id: 'run-ended' }, level: 'error', message: { text: message } }
        ]
      }
    ])
  })

  test('is an error to readers of JUnit XML, and one entry to GitLab', () => {
    expect(rendered.junit(ended)).toContain('tests="1" failures="0" errors="1" skipped="0"')
    expect(JSON.parse(rendered.gitlab(ended))).toHaveLength(1)
  })
})

describe('a report without findings', () => {
  test.each([
    ['text', 'passing.txt'],
    ['markdown', 'passing.md']
  ] as const)('says as %s what was looked at and what is not proven', (format, file) => {
    expectFile(file, rendered[format](passingReport))
  })

  test.each(['text', 'markdown', 'html', 'junit', 'azure-pipelines'] as const)(
    'never promises as %s that a node can pull',
    format => {
      expect(rendered[format](passingReport)).not.toMatch(/can pull|will pull|able to pull/i)
    }
  )

  test('is no workflow command at all', () => {
    expect(rendered.github(passingReport)).toBe('')
  })
})

describe('text', () => {
  const stripped = (text: string) =>
    text.replaceAll(new RegExp(`${String.fromCodePoint(27)}\\[\\d+m`, 'g'), '')

  test('says the same with and without colour', () => {
    const coloured = textReport(sampleReport, { color: true })
    expect(coloured).not.toBe(textReport(sampleReport))
    expect(stripped(coloured)).toBe(textReport(sampleReport))
  })

  test('keeps messages within the width of the terminal, and commands whole', () => {
    const text = textReport(sampleReport, { color: false, width: 90 })
    const findings = text.slice(0, text.indexOf('\nimage '))
    const tooLong = findings.split('\n').filter(line => line.length > 90)
    expect(tooLong.filter(line => !/^ {4}az |^ +(?:message +)?\S+$/.test(line))).toEqual([])
    for (const { command } of sampleReport.findings.flatMap(finding => finding.remediation))
      for (const line of command?.split('\n') ?? []) expect(text).toContain(`    ${line}\n`)
  })

  test('shows a cluster that could not be read with the reason', () => {
    const [first, ...others] = sampleReport.clusters
    const report = {
      ...sampleReport,
      clusters: [{ id: first?.id ?? '', reason: 'HTTP 403' }, ...others]
    }
    expect(textReport(report)).toContain('cluster aks-prod-weu could not be read: HTTP 403')
    expect(markdownReport(report)).toContain('Cluster `aks-prod-weu` could not be read: HTTP 403')
    expect(rendered.html(report)).toContain('<b>aks-prod-weu</b> could not be read: HTTP 403')
  })

  test('says so when no image was judged', () => {
    const report = {
      ...passingReport,
      settings: [],
      verdicts: [],
      summary: { ...passingReport.summary, verdicts: { pull: 0, 'no-pull': 0, unknown: 0 } }
    }
    expect(textReport(report)).toBe(
      [
        'pass  no pull to judge',
        'no findings · looked at 6 images in 7 files, 4 registries, 2 clusters',
        'facts read from Azure 2026-11-20 08:15 UTC · 1 image of other registries is not judged',
        ''
      ].join('\n')
    )
  })
})

describe('json', () => {
  test('is the report itself', () => {
    expect(JSON.parse(rendered.json(sampleReport))).toEqual(
      JSON.parse(JSON.stringify(sampleReport))
    )
  })

  test('has the keys in the order of the contract, whatever order they were built in', () => {
    const reversed = Object.fromEntries(Object.entries(sampleReport).toReversed())
    const report = { ...sampleReport, ...reversed }
    expect(Object.keys(reversed)[0]).toBe('notAsked')
    expect(rendered.json(report)).toBe(rendered.json(sampleReport))
  })
})

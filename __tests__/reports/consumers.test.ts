import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import type core from 'ajv/dist/core.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { default as formatsOf } from 'ajv-formats'
import { commandFromString } from 'azure-pipelines-task-lib/taskcommand.js'
import fc from 'fast-check'
import { load } from 'js-yaml'
import { validateXML } from 'xmllint-wasm'
import type { Log } from 'sarif'
import * as z from 'zod'
import { failedRun } from '../../src/judgement/failed-run.ts'
import { reportersIn, wholeText } from '../../src/reports/index.ts'
import type { Report } from '../../src/reports/report.ts'
import { findProgram } from '../../src/programs/find-program.ts'
import { describeWith, worldWithTools } from '../manifests/binaries.ts'
import { workspaceWith } from '../manifests/workspace-files.ts'
import { fleetReport } from './fleet-report.ts'
import { hostileReport } from './hostile-report.ts'
import { rendered } from './rendered.ts'
import { passingReport, sampleReport } from './sample-report.ts'

/*
 * What others make of our reports: each format is read by the program that it is for, or held against the schema that its
 * readers publish (schemas/README.md).
 */

const root = join(import.meta.dirname, '..', '..')
const textOf = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8')
const schemaText = (name: string): string => textOf('__tests__', 'reports', 'schemas', name)
const asSchema = (text: string): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(text))

type Named = readonly [name: string, report: Report]

const real: readonly Named[] = [
  ['a report with everything', sampleReport],
  ['one without findings', passingReport],
  ['a fleet', fleetReport(9, 30)],
  ['a run that ended early', failedRun({ message: 'No cluster.', exitCode: 2 }, 'azure', [])]
]

const reports: readonly Named[] = [
  ...real,
  ...fc
    .sample(hostileReport, { numRuns: 30, seed: 14 })
    .map((report, index): Named => [`hostile texts ${index}`, report])
]

/** What a validator has to say against a value; nothing where it is valid. */
function complaints(
  ajv: core.default,
  schema: Record<string, unknown>
): (value: unknown) => unknown {
  formatsOf.default(ajv)
  const validate = ajv.compile(schema)
  return value => (validate(value) ? [] : validate.errors)
}

const lenient = { strict: false, allErrors: true } as const

describe('the published schema', () => {
  const sarif = complaints(new Ajv2020(lenient), asSchema(schemaText('sarif-2.1.0.json')))
  const report = complaints(new Ajv2020(lenient), asSchema(textOf('schema', 'report.schema.json')))
  const action = complaints(new Ajv(lenient), asSchema(schemaText('github-action.json')))

  test.each(reports)('of SARIF takes %s', (_name, each) => {
    expect(sarif(JSON.parse(rendered.sarif(each)))).toEqual([])
  })

  test.each(real)('of our JSON report takes %s', (_name, each) => {
    expect(report(JSON.parse(rendered.json(each)))).toEqual([])
  })

  test('of actions takes action.yml', () => {
    expect(action(load(textOf('action.yml')))).toEqual([])
  })

  test.each([
    ['SARIF', sarif, { version: '2.1.0', runs: [{}] }],
    ['our JSON report', report, { schemaVersion: '1' }],
    ['actions', action, { name: 'x' }]
  ])('of %s refuses what is none', (_name, check, value) => {
    expect(check(value)).not.toEqual([])
  })
})

describeWith('sarif-multitool', "Microsoft's validator of SARIF", () => {
  test('finds nothing to say', () => {
    const workspace = workspaceWith(
      Object.fromEntries(
        real.map(([, report], index) => [`${index}.sarif`, rendered.sarif(report)])
      )
    )
    const { status, stdout } = spawnSync(
      findProgram('sarif-multitool', worldWithTools.environment) ?? '',
      ['validate', '*.sarif', '--output', 'said.json', '--log', 'ForceOverwrite'],
      { cwd: workspace, encoding: 'utf8' }
    )
    const { runs } = JSON.parse(readFileSync(join(workspace, 'said.json'), 'utf8')) as Log
    const said = runs.flatMap(({ results = [] }) => results)
    expect(said.map(({ ruleId, message }) => [ruleId, message])).toEqual([])
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${real.length} files scanned`)])
  })
})

describe("Jenkins' schema of JUnit XML", () => {
  const schema = { fileName: 'junit-10.xsd', contents: schemaText('junit-10.xsd') }
  const errors = async (documents: readonly string[]): Promise<readonly string[]> => {
    const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }))
    const { errors: found } = await validateXML({ xml, schema })
    return found.map(({ rawMessage }) => rawMessage)
  }

  test('takes every report', async () => {
    expect(await errors(reports.map(([, report]) => rendered.junit(report)))).toEqual([])
  })

  test('refuses an attribute that it does not know', async () => {
    const xml = rendered.junit(sampleReport).replace('<testcase ', '<testcase file="a" ')
    expect(await errors([xml])).toEqual([expect.stringContaining("attribute 'file'")])
  })
})

/** lib/gitlab/ci/parsers/test/junit.rb of GitLab: a case is known by suite, class and name, and needs all three. */
test.each(real)('GitLab tells apart all test cases of %s', (_name, report) => {
  const suites = rendered.junit(report).split('<testsuite ').slice(1)
  const keys = suites.flatMap(suite =>
    [...suite.matchAll(/<testcase classname="([^"]*)" name="([^"]*)">/g)].map(match => match[0])
  )
  expect(keys.length).toBe(rendered.junit(report).match(/<testcase /g)?.length ?? 0)
  expect(new Set(keys).size).toBe(keys.length)
})

/** GitLab docs, "Code Quality", report format: all of these are needed, the path is relative, fingerprints differ. */
const codeQuality = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string(),
    fingerprint: z.string().min(1),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().refine(path => !path.startsWith('/') && !path.startsWith('./')),
      lines: z.strictObject({ begin: z.int().positive() })
    })
  })
)

test.each(real)('GitLab Code Quality knows each field of %s', (_name, report) => {
  const entries = codeQuality.parse(JSON.parse(rendered.gitlab(report)))
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length)
})

describe("the parser of Azure Pipelines' task library", () => {
  const sources = '/agent/work/1/s'
  const pipelines = (report: Report): readonly string[] =>
    wholeText(
      reportersIn({ source: null, root: sources, markdownFile: `${sources}/a;b]%.md` })[
        'azure-pipelines'
      ](report)
    ).split('\n')
  const commands = (report: Report) =>
    pipelines(report)
      .filter(line => line.startsWith('##vso['))
      .map(commandFromString)

  test('reads severity, absolute place, check, message and every command of a finding', () => {
    const [first] = commands(sampleReport)
    const finding = sampleReport.findings.find(({ check }) => check === first?.properties['code'])
    expect(first?.command).toBe('task.logissue')
    expect(first?.properties['type']).toBe('error')
    expect(first?.properties['sourcepath']).toBe(`${sources}/${finding?.locations[0]?.file}`)
    expect(first?.message).toContain(finding?.message)
    for (const { command } of finding?.remediation ?? []) expect(first?.message).toContain(command)
  })

  test('reads the path of the summary last, whatever is in it', () => {
    expect(commands(sampleReport).at(-1)).toMatchObject({
      command: 'task.uploadsummary',
      message: `${sources}/a;b]%.md`
    })
  })

  test.each(reports)('reads %s', (_name, report) => {
    for (const { command, properties } of commands(report)) {
      expect(['task.logissue', 'task.uploadsummary']).toContain(command)
      expect(['error', 'warning', undefined]).toContain(properties['type'])
    }
  })
})

import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from 'sarif'
import { formats } from '../../src/settings/options.ts'
import type { Report } from '../../src/reports/report.ts'
import { runBundle } from '../emulator/run-bundle.ts'
import { runInProcess } from '../emulator/run-in-process.ts'

/*
 * Whoever reads reports and no logs learns from them that a run failed, and why: on every way out with 2, 3 or 4.
 */

const exampleFacts = readFileSync(join(import.meta.dirname, '../../examples/facts.json'), 'utf8')

type FactsText = { readonly clusters: readonly { readonly id: string }[] }

/** The example's facts with the first so many clusters as ones that may not be read. */
function factsWithout(count: number): string {
  const facts = JSON.parse(exampleFacts) as FactsText
  const reason = { code: 'forbidden', message: 'HTTP 403', permission: null }
  return JSON.stringify({
    ...facts,
    clusters: facts.clusters.map((cluster, index) =>
      index < count ? { ...cluster, answer: { known: false, reason } } : cluster
    )
  })
}

const pod = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, image: contoso.azurecr.io/shop/web:1.4.2}]}
`

const files = {
  'deploy/web.yaml': pod,
  'large/web.yaml': `${pod}---\n${'#'.repeat(11 * 1024 * 1024)}\n`,
  'facts.json': exampleFacts,
  'unread.json': factsWithout(9),
  'half.json': factsWithout(1)
}

const ofThatDay = ['--max-age', '99999d']

const everything = formats.flatMap(format => ['--format', `${format}=out/${format}`])

type Ending = readonly [name: string, code: number, words: readonly string[], cause: RegExp]

const endings: readonly Ending[] = [
  [
    'an option that is none',
    2,
    ['deploy', '--facts', 'facts.json', '--fail-onn', 'x'],
    /--fail-onn/
  ],
  [
    'a value that is none',
    2,
    ['deploy', '--facts', 'facts.json', '--fail-on', 'x'],
    /one of error/
  ],
  ['no manifests', 2, ['--facts', 'facts.json'], /No manifests/],
  ['no cluster', 2, ['deploy'], /No cluster/],
  [
    'no settings file',
    2,
    ['deploy', '--facts', 'facts.json', '--config', 'none.yaml'],
    /none\.yaml/
  ],
  ['a time that is none', 2, ['deploy', '--facts', 'facts.json', '--timeout', 'long'], /timeout/],
  ['no facts file', 2, ['deploy', '--facts', 'none.json'], /none\.json/],
  [
    'clusters that may not be read',
    3,
    ['deploy', '--facts', 'unread.json', ...ofThatDay],
    /HTTP 403/
  ],
  ['no place with manifests', 4, ['nowhere', '--facts', 'facts.json', ...ofThatDay], /nowhere/]
]

describe.each(endings)('a run that ends because of %s', (_name, code, words, cause) => {
  test('writes every report that was asked for, with its cause', async () => {
    const run = await runInProcess({ arguments: ['check', ...words, ...everything], files })
    expect(run.code).toBe(code)
    const silent = formats.filter(format => !cause.test(run.files[`out/${format}`] ?? ''))
    expect(silent).toEqual([])
    const { error, summary } = JSON.parse(run.files['out/json'] ?? '') as Report
    expect([error?.exitCode, summary.conclusion]).toEqual([code, 'inconclusive'])
    expect(run.files['out/junit']).toContain('errors="1"')
    const { runs } = JSON.parse(run.files['out/sarif'] ?? '') as Log
    const [invocation] = runs.flatMap(({ invocations = [] }) => invocations)
    expect(invocation?.executionSuccessful).toBe(false)
    expect(invocation?.toolExecutionNotifications?.[0]).toMatchObject({
      level: 'error',
      message: { text: expect.stringMatching(cause) }
    })
  })

  test('prints the one that was asked for', async () => {
    const run = await runInProcess({ arguments: ['check', ...words, '--format', 'json'], files })
    expect((JSON.parse(run.stdout) as Report).error?.exitCode).toBe(code)
    expect(run.stderr).toMatch(cause)
  })
})

describe('a run that judged something and ends with 3 or 4', () => {
  test.each([
    [
      'one cluster could not be read',
      3,
      ['deploy', '--facts', 'half.json', ...ofThatDay],
      /could not be read: HTTP 403/
    ],
    [
      'what was named could not be read',
      4,
      ['large', '--facts', 'facts.json', ...ofThatDay],
      /othing was judged/
    ]
  ] as const)('says as a failure of the run that %s', async (_name, code, words, cause) => {
    const run = await runInProcess({ arguments: ['check', ...words, ...everything], files })
    expect(run.code).toBe(code)
    expect(run.files['out/sarif']).toContain('"executionSuccessful": false')
    expect(run.files['out/junit']).toMatch(/<error type="(?:cluster-not-read|nothing-judged)"/)
    for (const format of [
      'sarif',
      'junit',
      'gitlab',
      'github',
      'azure-pipelines',
      'text',
      'html'
    ] as const)
      expect([format, run.files[`out/${format}`]]).toEqual([format, expect.stringMatching(cause)])
  })
})

test('a report that cannot be written takes no other away, and not the cause of the end', async () => {
  const targets = ['--format', 'json=deploy', '--format', 'sarif=out/sarif']
  const words = ['check', 'deploy', '--facts', 'unread.json', ...ofThatDay, ...targets]
  const run = await runInProcess({ arguments: words, files })
  expect(run.code).toBe(3)
  expect(run.files['out/sarif']).toContain('HTTP 403')
  expect(run.stderr).toMatch(/File deploy cannot be written/)
})

test('formats that cannot both be printed are told apart from files, which are written', async () => {
  const targets = ['--format', 'json', '--format', 'sarif', '--format', 'junit=out/junit']
  const run = await runInProcess({ arguments: ['check', 'deploy', ...targets], files })
  expect([run.code, run.stdout]).toEqual([2, ''])
  expect(run.files['out/junit']).toContain('would both go to standard output')
})

test('the action sets its outputs and writes its reports also where one of them cannot be written', async () => {
  const run = await runBundle({
    inputs: {
      manifests: 'deploy',
      facts: 'unread.json',
      'facts-max-age': '99999d',
      'json-file': 'deploy',
      'junit-file': 'out/junit'
    },
    files
  })
  expect(run.code).toBe(3)
  expect(run.outputs['conclusion']).toBe('inconclusive')
  expect(run.summary).toContain('HTTP 403')
  expect(run.files['out/junit']).toContain('HTTP 403')
})

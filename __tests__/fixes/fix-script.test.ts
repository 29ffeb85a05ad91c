import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Finding } from '../../src/checks/check.ts'
import { checks } from '../../src/checks/index.ts'
import { judgement, type Policy } from '../../src/judgement/judgement.ts'
import type { JudgedRun } from '../../src/judgement/judged-run.ts'
import { findProgram } from '../../src/programs/find-program.ts'
import { fixScript } from '../../src/reports/fix-script.ts'
import type { Report } from '../../src/reports/report.ts'
import { casesOf, runOf } from '../checks/fixtures.ts'
import { describeWith, worldWithTools } from '../manifests/binaries.ts'
import { hostileReport } from '../reports/hostile-report.ts'
import { sampleReport } from '../reports/sample-report.ts'

const policy: Policy = {
  failOn: 'error',
  classSeverity: { pod: 'error', container: 'error', field: 'warning', mention: 'note' },
  checkSeverity: {},
  settings: []
}

const place = mkdtempSync(join(tmpdir(), 'acr-pull-check-script-'))
afterAll(() => {
  rmSync(place, { recursive: true, force: true })
})

/** Programs that write down how they were called, and the only ones that a script finds. */
const programs = join(place, 'bin')
mkdirSync(programs)
const log = join(place, 'log')
for (const name of ['az', 'kubectl']) {
  const file = join(programs, name)
  writeFileSync(file, `#!/bin/sh\n{ printf '%s\\0' ${name} "$@"; printf '\\001'; } >> '${log}'\n`)
  chmodSync(file, 0o755)
}

const bash = findProgram('bash', env) ?? '/bin/bash'
const file = join(place, 'fix.sh')

/** What the shell makes of a script: the calls in their order, and nothing else that it did. */
function carriedOut(script: string): readonly (readonly string[])[] {
  writeFileSync(file, script)
  writeFileSync(log, '')
  const parsed = spawnSync(bash, ['-n', file], { encoding: 'utf8' })
  expect([parsed.status, parsed.stderr]).toEqual([0, ''])
  const directory = join(place, 'empty')
  mkdirSync(directory, { recursive: true })
  const run = spawnSync(bash, [file], { cwd: directory, env: { PATH: programs }, encoding: 'utf8' })
  expect([run.status, run.stdout, run.stderr]).toEqual([0, '', ''])
  return readFileSync(log, 'utf8')
    .split('\u0001')
    .filter(call => call !== '')
    .map(call => call.split('\0').slice(0, -1))
}

const expectedFile = join(import.meta.dirname, 'expected', 'sample.sh')

test('the script of the sample is as it was', () => {
  const script = fixScript(sampleReport)
  if (env['UPDATE_EXPECTED'] === '1') writeFileSync(expectedFile, script)
  expect(script).toBe(readFileSync(expectedFile, 'utf8'))
})

test('runs the first way to mend what is proven, once, and nothing else', () => {
  const calls = carriedOut(fixScript(sampleReport)).map(words => words.slice(0, 4).join(' '))
  expect(calls).toEqual([
    'az role assignment create',
    'az role assignment create',
    'az aks nodepool upgrade',
    'az aks nodepool upgrade'
  ])
})

describe('a command', () => {
  const [first] = sampleReport.findings
  if (first === undefined) throw new Error('The sample has no finding.')
  const callsFor = (fields: Partial<Finding>): readonly (readonly string[])[] =>
    carriedOut(
      fixScript({
        ...sampleReport,
        findings: [
          { ...first, ...fields },
          { ...first, ...fields }
        ]
      })
    )
  const fix = (command: string, description = 'Mend it.') => ({
    remediation: [{ description, command, code: null }]
  })

  test.each([
    [
      'that changes something runs once, however many findings it mends',
      fix('az acr update --name a'),
      1
    ],
    ['with quoted words runs', fix("az acr update --name 'it'\\''s;id' --subscription s"), 1],
    [
      'with the output of another runs with it',
      fix('az acr update --name "$(az acr show --name a)"'),
      2
    ],
    ['that only looks does not run', fix('az acr show --name update'), 0],
    ['of the cluster itself does not run', fix('kubectl delete pod web'), 0],
    ['with a word to fill in does not run', fix('az acr token create --name NAME'), 0],
    ['of another program does not run', fix('curl update'), 0],
    [
      'that is another way does not run',
      {
        remediation: [
          ...fix('az acr update --name a').remediation,
          ...fix('az acr update --name b', 'Or mend that.').remediation
        ]
      },
      1
    ],
    [
      'that is a second step runs',
      {
        remediation: [
          ...fix('az acr update --name a').remediation,
          ...fix('az acr update --name b', 'Then mend that.').remediation
        ]
      },
      2
    ],
    [
      'for what was not found out does not run',
      { ...fix('az acr update --name a'), severity: 'unknown' },
      0
    ],
    [
      'for what somebody accepts does not run',
      {
        ...fix('az acr update --name a'),
        suppressed: { by: 'config', reason: 'known', place: null }
      },
      0
    ],
    ['with a quote that is open does not run', fix("az acr update --name 'a"), 0],
    ['behind another does not run', fix('az acr update --name a; touch x'), 0],
    ['that writes to a file does not run', fix('az acr update --name a > x'), 0],
    ['within another does not run', fix('az acr update --name $(touch x)'), 0],
    ['in backquotes does not run', fix('az acr update --name `touch x`'), 0],
    ['of two lines that is not quoted does not run', fix('az acr update --name a\ntouch x'), 0]
  ] as const)('%s', (_name, fields, count) => {
    expect(callsFor(fields)).toHaveLength(count)
  })
})

test('whatever a report holds, nothing of it leaves a comment or a quote', () => {
  fc.assert(
    fc.property(hostileReport, report => {
      carriedOut(fixScript(report))
    }),
    { numRuns: 60 }
  )
})

const payloads = [
  "'; touch pwned; '",
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned; "',
  '\ntouch pwned\n',
  '--help',
  'a b\tc',
  "''''",
  '\\',
  '#',
  '!x',
  '*',
  '~'
] as const

/** Facts in which every name of a registry, cluster, pool and group is hostile, through the checks that word the commands. */
function renamed(
  { manifests, facts }: Pick<JudgedRun, 'manifests' | 'facts'>,
  payload: string
): Report {
  const hostile = (name: string): string => `${name}${payload}`
  const told = {
    ...facts,
    clusters: facts.clusters.map(({ id, answer }) => ({
      id,
      answer: answer.known
        ? {
            ...answer,
            value: {
              ...answer.value,
              name: hostile(answer.value.name),
              resourceGroup: hostile(answer.value.resourceGroup),
              nodePools: answer.value.nodePools.map(pool => ({ ...pool, name: hostile(pool.name) }))
            }
          }
        : answer
    })),
    registries: facts.registries.map(({ host, answer }) => ({
      host,
      answer: answer.known
        ? { ...answer, value: { ...answer.value, name: hostile(answer.value.name) } }
        : answer
    }))
  }
  return judgement(manifests, told, 'file', policy)
}

const cases = checks.flatMap(({ id }) =>
  casesOf(id)
    .filter(name => name.startsWith('finds-'))
    .slice(0, 2)
    .map(name => [id, name] as const)
)

test('names of Azure stay one word of a command each, through every check', async () => {
  let index = 0
  for (const [id, name] of cases) {
    const payload = payloads[index % payloads.length] ?? ''
    index += 1
    const context = await runOf(id, name)
    const plain = carriedOut(fixScript(judgement(context.manifests, context.facts, 'file', policy)))
    const calls = carriedOut(fixScript(renamed(context, payload)))
    const shape = (all: readonly (readonly string[])[]) => all.map(words => words.length)
    if (calls.length > 0) expect([id, name, shape(calls)]).toEqual([id, name, shape(plain)])
    expect(calls.every(([program]) => program === 'az')).toBe(true)
  }
})

describeWith('shellcheck', 'scripts of fixes', () => {
  test('have nothing to warn of', async () => {
    const scripts = [
      fixScript(sampleReport),
      ...fc.sample(hostileReport, { numRuns: 40, seed: 14 }).map(fixScript)
    ]
    for (const [id, name] of cases.slice(0, 60))
      scripts.push(
        fixScript(renamed(await runOf(id, name), payloads[scripts.length % payloads.length] ?? ''))
      )
    const files = scripts.map((script, index) => {
      const path = join(place, `${index}.sh`)
      writeFileSync(path, script)
      return path
    })
    const shellcheck = findProgram('shellcheck', worldWithTools.environment) ?? ''
    const { status, stdout } = spawnSync(shellcheck, ['--severity=warning', ...files], {
      encoding: 'utf8'
    })
    expect([status, stdout]).toEqual([0, ''])
  })
})

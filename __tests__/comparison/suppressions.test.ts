import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Report } from '../../src/reports/report.ts'
import { markdownReport } from '../../src/reports/markdown/markdown.ts'
import { textReport } from '../../src/reports/text/text.ts'
import type { Settings } from '../../src/settings/setting-values.ts'
import {
  newPlace,
  pullRequest,
  pullRequestEnvironment,
  removePlaces,
  writeFiles,
  type Files
} from '../settings-source/checkouts.ts'
import { describeWith } from '../manifests/binaries.ts'
import { comparedReport, deployment, plainReport, reportAt } from './comparing.ts'

afterAll(removePlaces)

const image = 'contoso.azurecr.io/shop/web:1'
const mark = '# acr-pull-check: ignore[no-pull-grant] moves in May'
const file = 'deploy/web.yaml'
const plain: Files = { [file]: deployment('web', image) }
const commented: Files = { [file]: deployment('web', image, { comment: mark }) }

/** `check by: reason`, or `check counts`. */
const told = ({ findings }: Report): readonly string[] =>
  findings.map(({ check, suppressed }) =>
    suppressed === null ? `${check} counts` : `${check} ${suppressed.by}: ${suppressed.reason}`
  )

const rule = (fields: Readonly<Record<string, unknown>>): Settings => ({
  ignore: [JSON.stringify({ check: 'no-pull-grant', reason: 'moves in May', ...fields })]
})

describe('a comment suppresses', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'at the end of the line of the image',
      deployment('web', image, { comment: mark }),
      ['no-pull-grant comment: moves in May']
    ],
    [
      'alone on the line before',
      deployment('web', image, { above: mark }),
      ['no-pull-grant comment: moves in May']
    ],
    [
      'several checks',
      deployment('web', image, {
        comment: '# acr-pull-check: ignore[recent-grant, no-pull-grant] both'
      }),
      ['no-pull-grant comment: both']
    ],
    [
      'nothing at another line',
      `${mark}\n${deployment('web', image)}`,
      ['no-pull-grant counts', 'suppression-unused counts']
    ],
    [
      'nothing of another check',
      deployment('web', image, { comment: '# acr-pull-check: ignore[recent-grant] no' }),
      ['no-pull-grant counts', 'suppression-unused counts']
    ],
    [
      'nothing without a reason',
      deployment('web', image, { comment: '# acr-pull-check: ignore[no-pull-grant]' }),
      ['no-pull-grant counts', 'suppression-without-reason counts']
    ],
    [
      'nothing where it is text of a block',
      deployment('web', image).replace(
        'annotations: {}',
        `annotations:\n    note: |\n      x\n      ${mark}`
      ),
      ['no-pull-grant counts']
    ],
    [
      'nothing where it is quoted',
      deployment('web', image).replace('annotations: {}', `annotations: {note: "x ${mark}"}`),
      ['no-pull-grant counts']
    ]
  ])('%s', async (_name, text, expected) => {
    const report = await plainReport({ [file]: text })
    expect(told(report)).toEqual(expected)
  })

  test('and the report says by what, where, and why', async () => {
    const report = await plainReport(commented)
    expect(report.findings[0]?.suppressed).toEqual({
      by: 'comment',
      reason: 'moves in May',
      place: { file, line: 12 }
    })
    expect(report.summary).toMatchObject({
      conclusion: 'inconclusive',
      findings: { error: 0 },
      suppressed: 1,
      notFailed: { left: { old: 0, suppressed: 1 } }
    })
    for (const text of [textReport(report), markdownReport(report)])
      expect(text).toContain('moves in May')
  })
})

describe('an annotation suppresses', () => {
  const one = 'ignore-check.acr-pull-check/no-pull-grant: moves in May'
  test.each<[string, string, readonly string[]]>([
    [
      'one check of its object',
      deployment('web', image, { annotations: one }),
      ['no-pull-grant annotation: moves in May']
    ],
    [
      'all checks of its object',
      deployment('web', image, { annotations: 'acr-pull-check/ignore-all: a test bed' }),
      ['no-pull-grant annotation: a test bed']
    ],
    [
      'from the template of its pods',
      deployment('web', image).replace(
        '  template:\n',
        `  template:\n    metadata: {annotations: {${one}}}\n`
      ),
      ['no-pull-grant annotation: moves in May']
    ],
    [
      'nothing without a reason',
      deployment('web', image, { annotations: 'ignore-check.acr-pull-check/no-pull-grant: ""' }),
      ['no-pull-grant counts', 'suppression-without-reason counts']
    ],
    [
      'nothing of another object',
      `${deployment('web', image)}---\n${deployment('api', image, { annotations: one })}`,
      ['no-pull-grant counts', 'no-pull-grant annotation: moves in May']
    ]
  ])('%s', async (_name, text, expected) => {
    expect(told(await plainReport({ [file]: text }))).toEqual(expected)
  })
})

describe('a rule of the settings suppresses', () => {
  const hit = ['no-pull-grant config: moves in May']
  const missed = ['no-pull-grant counts', 'suppression-unused counts']
  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['by its check alone', {}, hit],
    ['by registry', { registry: 'contoso.azurecr.io' }, hit],
    ['not another registry', { registry: 'fabrikam.azurecr.io' }, missed],
    ['by image, with any tag', { image: 'contoso.azurecr.io/shop/*' }, hit],
    ['not another image', { image: 'contoso.azurecr.io/other/*' }, missed],
    ['by the name of the cluster', { cluster: 'aks-*' }, hit],
    ['not another cluster', { cluster: 'aks-test' }, missed],
    ['by path', { paths: ['deploy/*'] }, hit],
    ['not another path', { paths: ['test/*'] }, missed],
    ['until its last day', { expires: '2026-11-20' }, hit],
    [
      'not after it',
      { expires: '2026-11-19' },
      ['no-pull-grant counts', 'suppression-expired counts']
    ],
    [
      'not without a reason',
      { reason: ' ' },
      ['no-pull-grant counts', 'suppression-without-reason counts']
    ]
  ])('%s', async (_name, fields, expected) => {
    expect(told(await plainReport(plain, rule(fields)))).toEqual(expected)
  })

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a check that there is not', { check: 'no-such-check' }, "'no-such-check' is no check"],
    ['a key that there is not', { checks: 'x' }, "'checks' is not understood"],
    ['a day that there is not', { expires: 'soon' }, "'soon' of 'expires' is no day"]
  ])('but not %s', (_name, fields, message) => {
    expect(() => plainReport(plain, rule(fields))).toThrow(message)
  })
})

describe('whose suppressions count on a pull request', () => {
  const fork = (base: Files, head: Files, settings: Settings = {}): Promise<Report> => {
    const request = pullRequest(base, head, 'all')
    const environment = pullRequestEnvironment(request)
    writeFiles(request.place, {
      'event.json': JSON.stringify({
        repository: { full_name: 'contoso/shop' },
        pull_request: {
          base: { sha: request.base },
          head: { sha: request.head, repo: { full_name: 'mallory/shop' } }
        }
      })
    })
    return reportAt(request.workspace, settings, environment)
  }

  test('those that a branch adds do, and are told first', async () => {
    const report = await comparedReport(plain, commented, { 'new-since': ['off'] })
    expect(told(report)).toEqual(['no-pull-grant comment: moves in May'])
    expect(report.suppressions).toEqual([
      expect.objectContaining({ by: 'comment', added: true, applied: true, findings: 1 })
    ])
    expect(markdownReport(report)).toContain('This pull request silences 1 finding')
  })

  test('those that a fork adds do not', async () => {
    const report = await fork(plain, commented)
    expect(told(report)).toEqual(['no-pull-grant counts'])
    expect(report.summary.conclusion).toBe('fail')
    expect(report.suppressions).toEqual([expect.objectContaining({ added: true, applied: false })])
  })

  test('those of a fork do that the base has, for the same pull alone', async () => {
    const stolen: Files = {
      [file]: deployment('web', image),
      'deploy/b.yaml': deployment('b', image, { comment: mark })
    }
    const report = await fork(commented, stolen)
    expect(
      report.findings
        .map(({ locations: [place], suppressed }) => [place?.file, suppressed?.by ?? null])
        .sort()
    ).toEqual([
      ['deploy/b.yaml', null],
      [file, 'comment']
    ])
  })

  test('those of a fork do where the workflow trusts the head', async () => {
    const report = await fork(plain, commented, { 'trust-suppressions': ['head'] })
    expect(told(report)).toEqual(['no-pull-grant comment: moves in May'])
  })

  test('none of a fork do where the base is not known', async () => {
    const request = pullRequest(plain, commented, 1)
    const report = await reportAt(
      request.workspace,
      { 'trust-suppressions': ['base'] },
      pullRequestEnvironment(request)
    )
    expect(told(report)).toEqual(['no-pull-grant counts'])
  })
})

describe('a baseline', () => {
  const written = async (files: Files): Promise<{ workspace: string; report: Report }> => {
    const workspace = join(newPlace(), 'workspace')
    writeFiles(workspace, files)
    const report = await reportAt(workspace, {
      'write-baseline': ['known.json'],
      manifests: ['deploy']
    })
    return { workspace, report }
  }
  const settings: Settings = { baseline: ['known.json'], manifests: ['deploy'] }

  test('that was written leaves nothing new, over tags and files', async () => {
    const { workspace } = await written(plain)
    expect(readFileSync(join(workspace, 'known.json'), 'utf8')).toMatch(
      /"object":"apps\/v1 Deployment shop\/web"/
    )
    const report = await reportAt(workspace, settings)
    expect(report.findings.filter(finding => finding.new === true)).toEqual([])
    expect(report.summary).toMatchObject({
      conclusion: 'inconclusive',
      findings: { error: 0 },
      suppressed: 1
    })
    writeFiles(workspace, { [file]: deployment('web', 'contoso.azurecr.io/shop/web:2') })
    expect(told(await reportAt(workspace, settings))).toEqual([
      'no-pull-grant baseline: known before'
    ])
  })

  test('lets what is new fail', async () => {
    const { workspace } = await written(plain)
    writeFiles(workspace, { 'deploy/api.yaml': deployment('api', 'contoso.azurecr.io/shop/api:1') })
    const report = await reportAt(workspace, settings)
    expect(report.summary.conclusion).toBe('fail')
    expect(report.findings.map(finding => finding.new)).toEqual([true, false])
  })

  test('says what of it is gone', async () => {
    const { workspace } = await written({
      ...plain,
      'deploy/api.yaml': deployment('api', 'contoso.azurecr.io/shop/api:1')
    })
    writeFiles(workspace, { 'deploy/api.yaml': 'a: b\n' })
    const report = await reportAt(workspace, settings)
    expect(told(report)).toContain('baseline-stale counts')
  })

  test('of a pull request is not read: that of the base is', async () => {
    const { workspace } = await written(plain)
    const known = readFileSync(join(workspace, 'known.json'), 'utf8')
    const own = await comparedReport(
      plain,
      { ...plain, 'known.json': known },
      { ...settings, 'new-since': ['off'] }
    )
    expect(own.summary.conclusion).toBe('fail')
    const withBase: Files = { ...plain, 'known.json': known }
    const ofBase = await comparedReport(withBase, plain, { ...settings, 'new-since': ['off'] })
    expect(told(ofBase)).toEqual(['no-pull-grant baseline: known before'])
  })

  test('that is none is an error', async () => {
    await expect(plainReport({ ...plain, 'known.json': '{}' }, settings)).rejects.toThrow(
      '--write-baseline'
    )
    expect(existsSync('known.json')).toBe(false)
  })
})

const names = ['web', 'api'] as const
const workload = fc
  .record({
    name: fc.constantFrom(...names),
    repository: fc.constantFrom('shop/web', 'Wrong'),
    comment: fc.constantFrom('', mark, '# acr-pull-check: ignore[invalid-image-reference] known'),
    annotations: fc.constantFrom('', 'acr-pull-check/ignore-all: all of it')
  })
  .map(({ name, repository, ...silence }) => ({
    loud: deployment(name, `contoso.azurecr.io/${repository}:1`),
    silent: deployment(name, `contoso.azurecr.io/${repository}:1`, silence)
  }))

test('neither suppressions nor a baseline change a verdict', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(workload, { minLength: 1, maxLength: 4 }), async all => {
      const files = (which: 'loud' | 'silent'): Files =>
        Object.fromEntries(all.map((each, index) => [`deploy/${index}.yaml`, each[which]]))
      const loud = await plainReport(files('loud'))
      const silent = await plainReport(files('silent'), rule({ paths: ['deploy/1.yaml'] }))
      expect(silent.verdicts).toEqual(loud.verdicts)
      expect(silent.summary.verdicts).toEqual(loud.summary.verdicts)
      expect(silent.images.length).toBe(loud.images.length)
      const workspace = join(newPlace(), 'workspace')
      writeFiles(workspace, files('loud'))
      const settings = { manifests: ['deploy'] }
      await reportAt(workspace, { ...settings, 'write-baseline': ['known.json'] })
      const known = await reportAt(workspace, { ...settings, baseline: ['known.json'] })
      expect(known.verdicts).toEqual(loud.verdicts)
      expect(known.findings.filter(finding => finding.new !== false)).toEqual([])
    }),
    { numRuns: 15 }
  )
}, 120_000)

describeWith('helm', 'a comment in a chart', () => {
  test.each<[string, Files]>([
    [
      'at the value of the image',
      {
        'chart/values.yaml': `image: ${image} ${mark}\n`,
        'chart/templates/web.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  containers:\n    - name: web\n      image: {{ .Values.image }}\n'
      }
    ],
    [
      'in the template',
      {
        'chart/values.yaml': '',
        'chart/templates/web.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  containers:\n    - name: web\n      image: ${image} ${mark}\n`
      }
    ]
  ])(
    '%s suppresses',
    async (_name, files) => {
      const report = await plainReport({
        'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
        ...files
      })
      expect(told(report)).toEqual(['no-pull-grant comment: moves in May'])
    },
    60_000
  )
})

import { execFileSync } from 'node:child_process'
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  commitFiles,
  git,
  newPlace,
  pullRequest,
  pullRequestEnvironment,
  removePlaces,
  trap,
  writeFiles,
  type Files
} from '../settings-source/checkouts.ts'
import { describeWith } from '../manifests/binaries.ts'
import {
  comparedReport,
  deployment,
  plainReport,
  printsOf,
  reportAt,
  standings
} from './comparing.ts'

afterAll(removePlaces)

const shop = 'contoso.azurecr.io/shop'
const web = { 'deploy/web.yaml': deployment('web', `${shop}/web:1`) }
const api = { 'deploy/api.yaml': deployment('api', `${shop}/api:1`) }
const both: Files = { ...web, ...api }

/** The findings of the two images are of one check, and each stands at line 12. */
const found = (file: string, standing: string): string => `no-pull-grant ${file}:12 ${standing}`

describe('against the base of a pull request', () => {
  test.each<[string, Files, Files, readonly string[]]>([
    ['nothing has changed', web, web, [found('deploy/web.yaml', 'old')]],
    [
      'only a tag has changed',
      web,
      { 'deploy/web.yaml': deployment('web', `${shop}/web:2`) },
      [found('deploy/web.yaml', 'old')]
    ],
    [
      'a file has moved',
      web,
      { 'apps/w.yaml': deployment('web', `${shop}/web:1`) },
      [found('apps/w.yaml', 'old')]
    ],
    [
      'an object is new',
      web,
      both,
      [found('deploy/api.yaml', 'new'), found('deploy/web.yaml', 'old')]
    ],
    [
      'an image is of another repository',
      web,
      { 'deploy/web.yaml': deployment('web', `${shop}/other:1`) },
      [found('deploy/web.yaml', 'new')]
    ],
    [
      'the base has nothing of it',
      { 'README.md': '# Shop\n' },
      web,
      [found('deploy/web.yaml', 'new')]
    ],
    [
      'a second object takes an image that the first one cannot pull',
      web,
      { ...web, 'deploy/two.yaml': deployment('two', `${shop}/web:1`) },
      [found('deploy/two.yaml', 'new'), found('deploy/web.yaml', 'old')]
    ],
    [
      'what is no image has got another text that is none',
      { 'deploy/web.yaml': deployment('web', 'contoso.azurecr.io/Shop:1') },
      { 'deploy/web.yaml': deployment('web', 'contoso.azurecr.io/Shop:2') },
      ['invalid-image-reference deploy/web.yaml:12 new']
    ]
  ])('%s', async (_name, base, head, expected) => {
    expect(standings(await comparedReport(base, head))).toEqual(expected)
  })

  test('an old trouble fails nothing, and the report says so', async () => {
    const { summary, since } = await comparedReport(web, { ...web, 'README.md': '# Shop\n' })
    expect(summary).toMatchObject({
      conclusion: 'inconclusive',
      notFailed: { failOn: 'error', worst: null, left: { old: 1, suppressed: 0 } },
      verdicts: { 'no-pull': 1 },
      findings: { error: 0 },
      new: { error: 0 },
      old: 1
    })
    expect(since).toEqual({ commit: expect.stringMatching(/^[0-9a-f]{40}$/), reason: null })
  })

  test.each(['error', 'warning', 'note', 'unknown'])(
    'nothing old fails with fail-on: %s, and something new does',
    async level => {
      const unknown = { 'deploy/x.yaml': deployment('x', 'nowhere.azurecr.io/x:1') }
      const base = { ...web, ...unknown }
      const policy = { 'fail-on': [level] }
      const same = await comparedReport(base, { ...base, 'README.md': '' }, policy)
      expect(same.summary.conclusion).toBe('inconclusive')
      expect((await comparedReport(base, { ...base, ...api }, policy)).summary.conclusion).toBe(
        'fail'
      )
    }
  )

  test('what is open anew fails with fail-on: unknown', async () => {
    const unknown = { 'deploy/x.yaml': deployment('x', 'nowhere.azurecr.io/x:1') }
    const { summary } = await comparedReport(
      web,
      { ...web, ...unknown },
      { 'fail-on': ['unknown'] }
    )
    expect(summary.conclusion).toBe('fail')
  })
})

const names = ['web', 'api', 'job'] as const
const repositories = ['shop/web', 'shop/api', 'Wrong'] as const

const workload = fc
  .record({
    name: fc.constantFrom(...names),
    image: fc
      .tuple(
        fc.constantFrom('contoso.azurecr.io', 'nowhere.azurecr.io'),
        fc.constantFrom(...repositories),
        fc.constantFrom('1', '2')
      )
      .map(([host, repository, tag]) => `${host}/${repository}:${tag}`)
  })
  .map(({ name, image }) => deployment(name, image))

const manifests = fc.dictionary(
  fc.constantFrom('a.yaml', 'b/b.yaml', 'b/c.yaml', 'd.yaml'),
  fc.array(workload, { minLength: 1, maxLength: 3 }).map(texts => texts.join('---\n')),
  { minKeys: 1, noNullPrototype: true }
)

const minus = (all: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...all].filter(each => !others.has(each)).sort()

test('what is called new are the findings of the head without those of the base, whatever was edited', async () => {
  await fc.assert(
    fc.asyncProperty(manifests, manifests, async (base, head) => {
      const [compared, before, now] = await Promise.all([
        comparedReport(base, head),
        plainReport(base),
        plainReport(head)
      ])
      const tagged = new Set(['invalid-image-reference'])
      const isOfRepository = ({ check }: { readonly check: string }) => !tagged.has(check)
      const prints = (all: typeof now.findings) => printsOf(all.filter(isOfRepository))
      const isNew = compared.findings.filter(finding => finding.new === true)
      expect([...prints(isNew)].sort()).toEqual(
        minus(prints(now.findings), prints(before.findings))
      )
      expect(printsOf(compared.findings)).toEqual(printsOf(now.findings))
      expect(compared.verdicts).toEqual(now.verdicts)
    }),
    { numRuns: 25 }
  )
}, 120_000)

describe('where there is no base, everything counts', () => {
  test('in a checkout of one commit alone', async () => {
    const { since, summary } = await comparedReport(web, both, {}, 1)
    expect(since).toMatchObject({ reason: expect.stringContaining('fetch-depth: 2') })
    expect(summary).toMatchObject({ conclusion: 'fail', new: null, findings: { error: 2 } })
  })

  test('in a partial clone that lacks a file of the base', async () => {
    const head = { 'deploy/web.yaml': deployment('web', `${shop}/web:2`) }
    const { since, summary } = await comparedReport(web, head, {}, { filter: 'blob:none' })
    expect(since?.reason).toMatch(/not fetched/)
    expect(summary.conclusion).toBe('fail')
  })

  test('outside of a repository', async () => {
    const { since, summary } = await plainReport(web, { 'new-since': ['HEAD'] })
    expect(since).toEqual({ commit: null, reason: 'the manifests lie in no git repository' })
    expect(summary.conclusion).toBe('fail')
  })

  test('for a revision that git does not know, and for one that looks like an option', async () => {
    const { workspace } = pullRequest(web, both, 'all')
    const { since } = await reportAt(workspace, { 'new-since': ['release/1'] })
    expect(since?.reason).toContain('does not know the revision release/1')
    expect(() => reportAt(workspace, { 'new-since': ['--output=x'] })).toThrow('new-since')
  })

  test('where nobody tells of a change', async () => {
    const { workspace } = pullRequest(web, both, 'all')
    const { since } = await reportAt(workspace, { 'new-since': ['auto'] })
    expect(since?.reason).toContain('name a revision')
  })
})

describe('the base is', () => {
  test.each<[string, string]>([
    ['the first parent', 'HEAD^1'],
    ['a branch', 'origin/main'],
    ['an id', '']
  ])('%s, where it is named', async (_name, named) => {
    const request = pullRequest(web, both, 'all')
    git(request.workspace, 'fetch', '--quiet', 'origin')
    git(request.workspace, 'update-ref', 'refs/remotes/origin/main', request.base)
    const revision = named === '' ? request.base : named
    const { since } = await reportAt(request.workspace, { 'new-since': [revision] })
    expect(since).toEqual({ commit: request.base, reason: null })
  })

  test('that of the merge group', async () => {
    const request = pullRequest(web, both, 'all')
    const place = newPlace()
    const event = join(place, 'event.json')
    writeFiles(place, {
      'event.json': JSON.stringify({
        merge_group: { base_sha: request.base, head_sha: request.merge }
      })
    })
    const report = await reportAt(
      request.workspace,
      { 'new-since': ['auto'] },
      {
        ...pullRequestEnvironment(request),
        GITHUB_EVENT_NAME: 'merge_group',
        GITHUB_EVENT_PATH: event
      }
    )
    expect(report.since).toEqual({ commit: request.base, reason: null })
    expect(standings(report)).toEqual([
      found('deploy/api.yaml', 'new'),
      found('deploy/web.yaml', 'old')
    ])
  })

  test.each<[string, (before: string) => string, boolean]>([
    ['the commit before a push', before => before, true],
    ['none for the first push of a branch', () => '0'.repeat(40), false]
  ])('%s', async (_name, beforeOf, isKnown) => {
    const request = pullRequest(web, both, 'all')
    const place = newPlace()
    writeFiles(place, { 'event.json': JSON.stringify({ before: beforeOf(request.base) }) })
    const { since } = await reportAt(
      request.workspace,
      { 'new-since': ['auto'] },
      {
        ...pullRequestEnvironment(request),
        GITHUB_EVENT_NAME: 'push',
        GITHUB_EVENT_PATH: join(place, 'event.json')
      }
    )
    expect(since?.reason === null).toBe(isKnown)
  })

  test('where the branch has left it, so that what was mended there since is not new here', async () => {
    const workspace = join(newPlace(), 'workspace')
    writeFiles(workspace, web)
    git(workspace, 'init', '--quiet', '--initial-branch=main')
    const left = commitFiles(workspace, both, 'both are broken')
    git(workspace, 'checkout', '--quiet', '-b', 'change')
    commitFiles(workspace, { ...both, 'README.md': '' }, 'a change')
    git(workspace, 'checkout', '--quiet', 'main')
    const base = commitFiles(workspace, web, 'api is gone')
    git(workspace, 'checkout', '--quiet', 'change')
    const place = newPlace()
    writeFiles(place, {
      'event.json': JSON.stringify({ pull_request: { base: { sha: base }, head: { sha: 'x' } } })
    })
    const report = await reportAt(
      workspace,
      { 'new-since': ['auto'] },
      {
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: 'pull_request_target',
        GITHUB_EVENT_PATH: join(place, 'event.json')
      }
    )
    expect(report.since?.commit).toBe(left)
    expect(report.summary.new).toMatchObject({ error: 0 })
  })
})

describe('the base is read', () => {
  test('without a change of the checkout, a program of the repository, or a connection', async () => {
    const request = pullRequest({ ...web, '.gitattributes': '* filter=x diff=x\n' }, both, 'all')
    const { program, trace } = trap(request.place)
    appendFileSync(
      join(request.workspace, '.git', 'config'),
      `[core]\n\tfsmonitor = ${program}\n\thooksPath = ${request.place}\n\tpager = ${program}\n` +
        `[filter "x"]\n\tsmudge = ${program}\n\tclean = ${program}\n[diff "x"]\n\ttextconv = ${program}\n\tcommand = ${program}\n` +
        `[remote "origin"]\n\tuploadpack = ${program}\n\tpromisor = true\n\tpartialclonefilter = blob:none\n`
    )
    const state = () =>
      execFileSync('ls', ['-lAR', '--time-style=full-iso', '.'], {
        cwd: request.workspace,
        encoding: 'utf8'
      })
    const before = state()
    const report = await reportAt(
      request.workspace,
      { 'new-since': ['auto'] },
      pullRequestEnvironment(request)
    )
    expect(report.since?.reason).toBeNull()
    expect(state()).toBe(before)
    expect(readdirSync(request.place)).not.toContain(trace.split('/').at(-1))
  })

  test('from the commit, whatever the job has made of the files meanwhile', async () => {
    const request = pullRequest(web, web, 'all')
    writeFiles(request.workspace, {
      'deploy/web.yaml': deployment('web', `${shop}/another:1`),
      'deploy/untracked.yaml': deployment('untracked', `${shop}/web:1`)
    })
    const report = await reportAt(
      request.workspace,
      { 'new-since': ['auto'] },
      pullRequestEnvironment(request)
    )
    expect(standings(report)).toEqual([
      found('deploy/untracked.yaml', 'new'),
      found('deploy/web.yaml', 'new')
    ])
  })

  test('through links, but not out of the workspace', async () => {
    const linked: Files = {
      ...web,
      link: { to: 'deploy' },
      out: { to: '../../etc' },
      circle: { to: 'circle' },
      'up/down.yaml': { to: '../deploy/web.yaml' }
    }
    const settings = { manifests: ['link', 'up'] }
    const report = await comparedReport(linked, { ...linked, ...api }, settings)
    expect(standings(report).filter(each => each.startsWith('no-pull'))).toEqual([
      found('link/api.yaml', 'new'),
      found('link/web.yaml', 'old')
    ])
  })

  test('in a directory of the repository that is the workspace', async () => {
    const request = pullRequest(
      { 'team/deploy/web.yaml': web['deploy/web.yaml'], 'x.yaml': 'a: b' },
      {
        'team/deploy/web.yaml': web['deploy/web.yaml'],
        'team/deploy/api.yaml': api['deploy/api.yaml']
      },
      'all'
    )
    const report = await reportAt(
      join(request.workspace, 'team'),
      { 'new-since': ['auto'] },
      pullRequestEnvironment(request)
    )
    expect(standings(report)).toEqual([
      found('deploy/api.yaml', 'new'),
      found('deploy/web.yaml', 'old')
    ])
  })

  test('in a checkout below the workspace', async () => {
    const request = pullRequest(web, both, 'all')
    const report = await reportAt(
      request.place,
      { 'new-since': ['auto'], manifests: ['workspace'] },
      pullRequestEnvironment(request)
    )
    expect(standings(report)).toEqual([
      found('workspace/deploy/api.yaml', 'new'),
      found('workspace/deploy/web.yaml', 'old')
    ])
  })
})

const chart = (values: string, template = 'image: {{ .Values.image }}'): Files => ({
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'chart/values.yaml': values,
  'chart/templates/web.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  containers:\n    - name: web\n      ${template}\n`
})

describeWith('helm', 'a chart of the base is rendered as it was', () => {
  test.each<[string, Files, Files, string]>([
    [
      'is old where nothing has changed',
      chart(`image: ${shop}/web:1\n`),
      chart(`image: ${shop}/web:1\n`),
      'old'
    ],
    [
      'is new where its values name another repository',
      chart(`image: ${shop}/web:1\n`),
      chart(`image: ${shop}/api:1\n`),
      'new'
    ],
    [
      'is old where only the template was written anew',
      chart(`image: ${shop}/web:1\n`),
      chart(`image: ${shop}/web\n`, 'image: "{{ .Values.image }}:2"'),
      'old'
    ]
  ])(
    'what it deploys %s',
    async (_name, base, head, expected) => {
      const report = await comparedReport(base, { ...head, 'README.md': 'changed' })
      expect(report.since?.reason).toBeNull()
      const pulls = report.findings.filter(({ check }) => check === 'no-pull-grant')
      expect(pulls.map(finding => finding.new)).toEqual([expected === 'new'])
    },
    60_000
  )
})

const kustomization = (tag: string, repository: string): Files => ({
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': deployment('web', 'web'),
  'prod/kustomization.yaml': `resources: [../base]\nimages: [{name: web, newName: ${shop}/${repository}, newTag: "${tag}"}]\n`
})

describeWith('kustomize', 'a kustomization of the base is built as it was', () => {
  test.each<[string, Files, boolean]>([
    ['is old with another tag', kustomization('2', 'web'), false],
    ['is new with another repository', kustomization('1', 'api'), true]
  ])(
    'what it deploys %s',
    async (_name, head, isNew) => {
      const report = await comparedReport(kustomization('1', 'web'), head, { manifests: ['prod'] })
      expect(report.since?.reason).toBeNull()
      const pulls = report.findings.filter(({ check }) => check === 'no-pull-grant')
      expect(pulls.map(finding => finding.new)).toEqual([isNew])
    },
    60_000
  )
})

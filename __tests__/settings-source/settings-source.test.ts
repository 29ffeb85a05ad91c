import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { endlessTime } from '../../src/base/run-time.ts'
import { InputError } from '../../src/base/errors.ts'
import { gatherSettings, type Gathered } from '../../src/settings-source/settings-source.ts'
import { options } from '../../src/settings/options.ts'
import type { Settings } from '../../src/settings/setting-values.ts'
import {
  checkOut,
  commitFiles,
  git,
  newPlace,
  pullRequest,
  pullRequestEnvironment,
  removePlaces,
  writeFiles,
  type Files,
  type PullRequest
} from './checkouts.ts'

afterAll(removePlaces)

type Variables = Readonly<Record<string, string | undefined>>

const gather = (
  workspace: string,
  environment: Variables,
  given: Settings = {}
): Promise<Gathered> =>
  gatherSettings(given, { workspace, environment, isOnline: false, time: endlessTime })

const ofPullRequest = (
  pull: PullRequest,
  given: Settings = {},
  changes: Variables = {}
): Promise<Gathered> =>
  gather(pull.workspace, { ...pullRequestEnvironment(pull), ...changes }, given)

const settings = (text: string): Files => ({ '.acr-pull-check.yaml': text })

const pulled = (
  base: Files,
  head: Files,
  given: Settings = {},
  changes: Variables = {}
): Promise<Gathered> => ofPullRequest(pullRequest(base, head, 'all'), given, changes)

describe('without a change that is proposed', () => {
  const workspace = newPlace()
  writeFiles(workspace, {
    '.acr-pull-check.yaml': 'fail-on: warning\nnamespace: file\nhelm-release: file\n',
    'other/.github/.acr-pull-check.yaml': 'fail-on: note\n'
  })

  test('a flag wins over the environment, which wins over the file', async () => {
    const environment = {
      ACR_PULL_CHECK_FAIL_ON: 'note',
      ACR_PULL_CHECK_NAMESPACE: 'environment'
    }
    const gathered = await gather(workspace, environment, { 'fail-on': ['never'] })
    expect(gathered.settings).toEqual({
      'fail-on': ['never'],
      namespace: ['environment'],
      'helm-release': ['file']
    })
  })

  test('the file may lie in .github, and is named', async () => {
    expect(await gather(join(workspace, 'other'), {})).toEqual({
      settings: { 'fail-on': ['note'] },
      uses: [
        {
          file: '.github/.acr-pull-check.yaml',
          from: 'working-tree',
          commit: null,
          keys: ['fail-on'],
          applied: true,
          reason: null
        }
      ]
    })
  })

  test('there may be none', async () => {
    expect(await gather(newPlace(), {})).toEqual({ settings: {}, uses: [] })
  })

  test.each<[string, string | { readonly to: string }, string]>([
    ['is too large', `# ${'x'.repeat(1024 * 1024)}\n`, 'larger than 1 MB'],
    ['leads out of the workspace', { to: '../secret.yaml' }, 'leads out of the workspace'],
    ['is a device', { to: '/dev/zero' }, 'leads out of the workspace'],
    ['leads to nothing', { to: 'nothing' }, 'leads to nothing']
  ])('a file that %s is refused', async (_name, content, words) => {
    const place = newPlace()
    writeFiles(place, { 'secret.yaml': 'fail-on: never', 'ws/.acr-pull-check.yaml': content })
    await expect(gather(join(place, 'ws'), {})).rejects.toThrow(InputError)
    await expect(gather(join(place, 'ws'), {})).rejects.toThrow(words)
  })

  test('a named file that is missing is an error', async () => {
    await expect(gather(workspace, {}, { config: ['none.yaml'] })).rejects.toThrow(
      'Settings file none.yaml does not exist'
    )
  })

  test.each(['push', 'schedule', 'workflow_dispatch'])('%s reads the working tree', async event => {
    const pull = pullRequest(settings('fail-on: error'), settings('fail-on: never'), 'all')
    const gathered = await gather(pull.workspace, pullRequestEnvironment(pull, event))
    expect(gathered.settings).toEqual({ 'fail-on': ['never'] })
    expect(gathered.uses).toMatchObject([{ from: 'working-tree', applied: true }])
  })
})

describe('on a pull request', () => {
  test('the settings of the base count, and what differs in the head is told', async () => {
    const pull = pullRequest(
      settings('fail-on: warning\nnamespace: shop\nmanifests: [deploy]'),
      settings('fail-on: never\nnamespace: shop\nmanifests: [deploy, more]\nimages: ["x:1"]'),
      'all'
    )
    const file = '.acr-pull-check.yaml'
    expect(await ofPullRequest(pull)).toEqual({
      settings: { 'fail-on': ['warning'], namespace: ['shop'], manifests: ['deploy', 'more'] },
      uses: [
        {
          file,
          from: 'base',
          commit: pull.base,
          keys: ['fail-on', 'namespace', 'manifests'],
          applied: true,
          reason: null
        },
        {
          file,
          from: 'head',
          commit: pull.merge,
          keys: ['manifests'],
          applied: true,
          reason: null
        },
        {
          file,
          from: 'head',
          commit: pull.merge,
          keys: ['fail-on', 'images'],
          applied: false,
          reason: expect.stringContaining('settings-from: head')
        }
      ]
    })
  })

  test('settings that the head deletes count', async () => {
    const gathered = await pulled(settings('fail-on: warning'), { 'a.yaml': '' })
    expect(gathered.settings).toEqual({ 'fail-on': ['warning'] })
    expect(gathered.uses).toMatchObject([{ applied: true }, { from: 'head', keys: ['fail-on'] }])
  })

  test('settings that the head moves in front of the others do not count', async () => {
    const gathered = await pulled(
      { '.github/.acr-pull-check.yaml': 'fail-on: warning' },
      {
        '.github/.acr-pull-check.yaml': 'fail-on: warning',
        '.acr-pull-check.yaml': 'fail-on: never'
      }
    )
    expect(gathered.settings).toEqual({ 'fail-on': ['warning'] })
  })

  test('settings that the head brings do not count, but for manifests', async () => {
    const gathered = await pulled({ 'a.yaml': '' }, settings('fail-on: never\nmanifests: deploy'))
    expect(gathered.settings).toEqual({ manifests: ['deploy'] })
    expect(gathered.uses).toMatchObject([
      { from: 'head', keys: ['manifests'], applied: true },
      { from: 'head', keys: ['fail-on'], applied: false }
    ])
  })

  test('flags and the environment still win', async () => {
    const gathered = await pulled(
      settings('fail-on: warning\nnamespace: base'),
      settings('namespace: head'),
      { 'fail-on': ['note'] },
      { ACR_PULL_CHECK_NAMESPACE: 'environment' }
    )
    expect(gathered.settings).toEqual({ 'fail-on': ['note'], namespace: ['environment'] })
  })

  test('a workflow that trusts its authors says settings-from: head', async () => {
    const gathered = await pulled(settings('fail-on: error'), settings('fail-on: never'), {
      'settings-from': ['head']
    })
    expect(gathered.settings).toMatchObject({ 'fail-on': ['never'] })
    expect(gathered.uses).toMatchObject([{ from: 'head', keys: ['fail-on'], applied: true }])
  })

  test('another word for settings-from is refused', async () => {
    await expect(pulled({}, {}, { 'settings-from': ['merge'] })).rejects.toThrow('base, head')
  })

  test('a folder of the checkout has its own settings', async () => {
    const pull = pullRequest(
      { 'team/.acr-pull-check.yaml': 'fail-on: warning', ...settings('fail-on: note') },
      { 'team/.acr-pull-check.yaml': 'fail-on: never', ...settings('fail-on: never') },
      'all'
    )
    const gathered = await gather(join(pull.workspace, 'team'), pullRequestEnvironment(pull))
    expect(gathered.settings).toEqual({ 'fail-on': ['warning'] })
  })

  test('settings behind a link of the base count', async () => {
    const linked: Files = { '.acr-pull-check.yaml': { to: 'ci/pull.yaml' } }
    const gathered = await pulled(
      { ...linked, 'ci/pull.yaml': 'fail-on: warning' },
      { ...linked, 'ci/pull.yaml': 'fail-on: never' }
    )
    expect(gathered.settings).toEqual({ 'fail-on': ['warning'] })
  })

  test('the parent of the merge is a later base than that of the event', async () => {
    const pull = pullRequest(settings('fail-on: error'), settings('fail-on: never'), 'all')
    git(pull.workspace, 'checkout', '--quiet', '--detach', pull.base)
    const later = commitFiles(pull.workspace, settings('fail-on: warning'), 'later')
    const tree = git(pull.workspace, 'rev-parse', `${pull.head}^{tree}`)
    const merge = git(
      pull.workspace,
      ...['commit-tree', '-p', later, '-p', pull.head, '-m', 'merge', tree]
    )
    git(pull.workspace, 'checkout', '--quiet', '--detach', merge)
    const gathered = await ofPullRequest({ ...pull, merge })
    expect(gathered.settings).toEqual({ 'fail-on': ['warning'] })
  })

  test('a commit that only looks like the merge has no base for a parent', async () => {
    const pull = pullRequest(settings('fail-on: error'), settings('fail-on: never'), 'all')
    const gathered = await ofPullRequest({ ...pull, merge: pull.head })
    expect(gathered.uses).toMatchObject([{ from: 'base', commit: pull.base }, {}])
  })
})

describe('each key of the list in the settings of the head', () => {
  const pull = pullRequest(settings(''), settings(''), 'all')
  const samples: Readonly<Record<string, string>> = {
    clusters: '11111111-1111-4111-8111-111111111111/rg/aks',
    'subscription-id': '11111111-1111-4111-8111-111111111111',
    'kubelet-object-id': '11111111-1111-4111-8111-111111111111',
    'facts-max-age': '1d',
    'class-severity': 'pod=off',
    checks: 'registry-data-endpoint=off',
    images: 'x:1',
    variables: 'a=b',
    'helm-set': 'a=b',
    charts: 'web:set=a=b',
    targets: '{"manifests":"deploy"}',
    ignore: '{"check":"no-pull-grant","reason":"known"}'
  }

  test.each(options.map(option => [option.name, option] as const))('%s', async (name, option) => {
    const value = option.value === null ? 'true' : (samples[name] ?? 'value')
    writeFiles(
      pull.workspace,
      settings(JSON.stringify({ [name]: option.repeatable ? [value] : value }))
    )
    const run = ofPullRequest(pull)
    if (option.trust === 'never') {
      await expect(run).rejects.toThrow(InputError)
      await expect(run).rejects.toThrow(`Settings file .acr-pull-check.yaml has the key '${name}'`)
      await expect(run).rejects.toThrow('set it in the workflow')
      return
    }
    const gathered = await run
    const isAdded = option.trust === 'policy-head-adds'
    expect(gathered.settings).toEqual(isAdded ? { [name]: [value] } : {})
    expect(gathered.uses).toMatchObject([{}, { from: 'head', keys: [name], applied: isAdded }])
  })
})

describe('what only the workflow may set', () => {
  test('of the base is told and not applied once the head has taken it away', async () => {
    const gathered = await pulled(
      settings('client-id: x\nfail-on: note'),
      settings('fail-on: note')
    )
    expect(gathered.settings).toEqual({ 'fail-on': ['note'] })
    expect(gathered.uses).toMatchObject([
      { keys: ['fail-on'], applied: true },
      { from: 'base', keys: ['client-id'], applied: false }
    ])
  })

  test('and a head that still has it is an error', async () => {
    const both = settings('client-id: x')
    await expect(pulled(both, both)).rejects.toThrow('set it in the workflow')
  })
})

test('a broken file of the base is told with its commit', async () => {
  const pull = pullRequest(settings('fail-no: error'), settings('fail-on: error'), 'all')
  await expect(ofPullRequest(pull)).rejects.toThrow(
    `Settings file .acr-pull-check.yaml of the base (commit ${pull.base}) has the unknown key 'fail-no'`
  )
})

describe('where the base cannot be read', () => {
  const hostile = settings('fail-on: never\nmanifests: [harmless]')

  test.each<[string, 1 | { readonly filter: string }, string]>([
    ['at depth 1', 1, 'git has not fetched it'],
    ['in a clone without files', { filter: 'blob:none' }, 'git has not fetched it'],
    ['in a clone without trees', { filter: 'tree:0' }, 'git has not fetched it']
  ])('%s nothing of the head counts, and that is told', async (_name, depth, words) => {
    const pull = pullRequest(settings('fail-on: error'), hostile, depth)
    expect(await ofPullRequest(pull)).toMatchObject({
      settings: {},
      uses: [
        {
          from: 'base',
          commit: pull.base,
          keys: [],
          applied: false,
          reason: expect.stringContaining(words)
        },
        { from: 'head', keys: ['fail-on', 'manifests'], applied: false }
      ]
    })
  })

  test.each<[string, Variables]>([
    ['without git', { PATH: '' }],
    ['without the event', { GITHUB_EVENT_PATH: '', GITHUB_SHA: '' }],
    ['with an event that is no JSON', { GITHUB_EVENT_PATH: '/etc/passwd', GITHUB_SHA: '' }]
  ])('%s', async (_name, changes) => {
    const gathered = await pulled(settings('fail-on: error'), hostile, {}, changes)
    expect(gathered.settings).toEqual({})
    expect(gathered.uses).toMatchObject([{ applied: false }, { from: 'head', applied: false }])
  })

  test('without a repository', async () => {
    const pull = pullRequest({}, {}, 1)
    const workspace = newPlace()
    writeFiles(workspace, hostile)
    const gathered = await gather(workspace, pullRequestEnvironment(pull))
    expect(gathered.settings).toEqual({})
    expect(gathered.uses).toMatchObject([{ from: 'base' }, { from: 'head', applied: false }])
  })

  test('beside the checkouts of a workspace nothing can be told of a file', async () => {
    const pull = pullRequest({}, {}, 1)
    const workspace = newPlace()
    checkOut(pull.origin, join(workspace, 'source'), pull.merge, 1)
    writeFiles(workspace, hostile)
    const gathered = await gather(workspace, pullRequestEnvironment(pull))
    expect(gathered.settings).toEqual({})
    expect(gathered.uses).toMatchObject([{ from: 'head', applied: false }])
  })
})

describe('a file that config names', () => {
  const named = (pull: PullRequest, config: string) => ofPullRequest(pull, { config: [config] })

  test('in the checkout is a settings file like any other', async () => {
    const pull = pullRequest(
      { 'ci/pull.yaml': 'fail-on: warning' },
      { 'ci/pull.yaml': 'fail-on: never' },
      'all'
    )
    const gathered = await named(pull, 'ci/pull.yaml')
    expect(gathered.settings).toMatchObject({ 'fail-on': ['warning'] })
    const absolute = await named(pull, join(pull.workspace, 'ci', 'pull.yaml'))
    expect(absolute.settings).toMatchObject({ 'fail-on': ['warning'] })
  })

  test('in the checkout, which the head deletes, still counts', async () => {
    const pull = pullRequest({ 'ci/pull.yaml': 'fail-on: warning' }, { 'a.yaml': '' }, 'all')
    const gathered = await named(pull, 'ci/pull.yaml')
    expect(gathered.settings).toMatchObject({ 'fail-on': ['warning'] })
  })

  test('that the base does not have is an error, or a pull request could take it away', async () => {
    const pull = pullRequest({ 'a.yaml': '' }, { 'ci/pull.yaml': 'fail-on: never' }, 'all')
    await expect(named(pull, 'ci/pull.yaml')).rejects.toThrow(
      `Settings file ci/pull.yaml is not in commit ${pull.base}`
    )
  })

  test('in another checkout counts as it lies', async () => {
    const pull = pullRequest({ 'a.yaml': '' }, settings('fail-on: never'), 1)
    const facts = pullRequest({}, { 'settings.yaml': 'fail-on: unknown' }, 1)
    checkOut(facts.origin, join(pull.workspace, '.facts'), facts.head, 1)
    const gathered = await named(pull, '.facts/settings.yaml')
    expect(gathered.settings).toMatchObject({ 'fail-on': ['unknown'] })
    expect(gathered.uses).toMatchObject([
      { file: '.facts/settings.yaml', from: 'workflow', commit: null, applied: true }
    ])
  })

  test('in another checkout, at a path that the change has too, is an error', async () => {
    const pull = pullRequest({ 'a.yaml': '' }, { '.facts/settings.yaml': 'fail-on: never' }, 'all')
    const facts = pullRequest({}, { 'settings.yaml': 'fail-on: unknown' }, 1)
    rmSync(join(pull.workspace, '.facts'), { recursive: true })
    checkOut(facts.origin, join(pull.workspace, '.facts'), facts.head, 1)
    await expect(named(pull, '.facts/settings.yaml')).rejects.toThrow('is not in commit')
  })

  test('that the job wrote counts as it lies, though not what only the workflow may set', async () => {
    const pull = pullRequest({ 'a.yaml': '' }, { 'a.yaml': '' }, 1)
    writeFiles(pull.place, { 'temp/job.yaml': 'fail-on: note', 'temp/own.yaml': 'facts: x' })
    const gathered = await named(pull, join(pull.place, 'temp', 'job.yaml'))
    expect(gathered.settings).toMatchObject({ 'fail-on': ['note'] })
    await expect(named(pull, join(pull.place, 'temp', 'own.yaml'))).rejects.toThrow(
      'set it in the workflow'
    )
  })
})

describe('elsewhere', () => {
  const base = settings('fail-on: warning')
  const head = settings('fail-on: never')

  test('GitLab: the commit of the target, or where the change began', async () => {
    const pull = pullRequest(base, head, 'all')
    const variables = {
      PATH: process.env['PATH'],
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: pull.head,
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main'
    }
    for (const name of ['CI_MERGE_REQUEST_TARGET_BRANCH_SHA', 'CI_MERGE_REQUEST_DIFF_BASE_SHA']) {
      const gathered = await gather(pull.workspace, { ...variables, [name]: pull.base })
      expect(gathered.settings).toEqual({ 'fail-on': ['warning'] })
    }
    expect((await gather(pull.workspace, variables)).settings).toEqual({})
    git(pull.workspace, 'update-ref', 'refs/remotes/origin/main', pull.base)
    expect((await gather(pull.workspace, variables)).settings).toEqual({ 'fail-on': ['warning'] })
  })

  test('Azure Pipelines: the parent of the merge, if it was fetched', async () => {
    const variables = ({ merge, head: source }: PullRequest): Variables => ({
      PATH: process.env['PATH'],
      TF_BUILD: 'True',
      BUILD_REASON: 'PullRequest',
      BUILD_SOURCEVERSION: merge,
      SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
      SYSTEM_PULLREQUEST_SOURCECOMMITID: source,
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main'
    })
    const full = pullRequest(base, head, 'all')
    expect((await gather(full.workspace, variables(full))).settings).toEqual({
      'fail-on': ['warning']
    })
    const shallow = pullRequest(base, head, 1)
    expect(await gather(shallow.workspace, variables(shallow))).toMatchObject({
      settings: {},
      uses: [{ from: 'base', commit: shallow.base, applied: false }, { from: 'head' }]
    })
  })

  test('GitHub: a merge queue, pull_request_target and a comment', async () => {
    const pull = pullRequest(base, head, 'all')
    const event = join(pull.place, 'other.json')
    writeFiles(pull.place, {
      'other.json': JSON.stringify({
        merge_group: { base_sha: pull.base, head_sha: pull.merge },
        issue: { pull_request: {} },
        pull_request: { base: { sha: pull.base }, head: { sha: pull.head } }
      })
    })
    for (const [name, sha] of [
      ['merge_group', pull.merge],
      ['pull_request_target', pull.base],
      ['issue_comment', pull.base]
    ] as const) {
      const variables = { ...pullRequestEnvironment(pull, name), GITHUB_EVENT_PATH: event }
      const gathered = await gather(pull.workspace, { ...variables, GITHUB_SHA: sha })
      expect([name, gathered.settings]).toEqual([name, { 'fail-on': ['warning'] }])
    }
  })
})

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { clusterId, deployment, oneGrantMissing } from '../doors/deployments.ts'
import { startCloud, type Cloud } from '../emulator/cloud.ts'
import { contoso } from '../emulator/contoso.ts'
import { bundle, runBundle, type BundleResult, type BundleRun } from '../emulator/run-bundle.ts'
import { githubToken } from '../emulator/services/github.ts'
import type { AzureWorldData } from '../emulator/world.ts'
import type { Report } from '../../src/reports/report.ts'
import {
  pullRequest,
  pullRequestEnvironment,
  removePlaces,
  writeFiles,
  type Files,
  type PullRequest
} from './checkouts.ts'

/* What the author of a pull request tries with the settings file, at both doors of the real bundle. */

let cloud: Cloud | null = null

afterEach(async () => {
  await cloud?.close()
  cloud = null
})
afterAll(removePlaces)

const file = '.acr-pull-check.yaml'
const blocked = { 'deploy/api.yaml': deployment('api', 'contosoteam.azurecr.io/shop/api:1') }
const strict = `clusters: ${clusterId}\nmanifests: deploy\n`
/** Each of these makes a blocked pull count as none, or takes it out of sight. */
const lax = `${strict}fail-on: never\nclass-severity: {pod: "off"}\nimagepullsecrets: [any]\n`

const signedIn = { 'client-id': contoso.callerClientId, 'tenant-id': contoso.tenantId }

const reportOf = ({ files, outputs }: BundleResult): Report =>
  JSON.parse(files[outputs['report'] ?? ''] ?? '') as Report

async function act(
  pull: PullRequest,
  world: AzureWorldData | null,
  run: Omit<BundleRun, 'cloud' | 'workspace'> = {}
): Promise<BundleResult> {
  cloud = world === null ? null : await startCloud(world)
  return runBundle({
    ...(cloud === null ? {} : { cloud }),
    ...run,
    workspace: pull.workspace,
    inputs: { ...signedIn, 'json-file': 'out/report.json', ...run.inputs },
    environment: { ...pullRequestEnvironment(pull), ...run.environment }
  })
}

const onGitHub = (pull: PullRequest, files: Readonly<Record<string, string>>): AzureWorldData => ({
  ...oneGrantMissing,
  github: { commits: { [pull.base]: files } }
})

const asked = ({ requests }: BundleResult): readonly string[] =>
  requests.filter(({ host }) => host === 'api.github.com').map(({ path }) => path)

describe('a checkout of the last commit alone', () => {
  test('gets the settings of the base from GitHub, and says what of the head does not count', async () => {
    const pull = pullRequest({ [file]: strict }, { [file]: lax, ...blocked }, 1)
    const result = await act(pull, onGitHub(pull, { [file]: strict }))
    expect([result.code, result.outputs['conclusion']]).toEqual([1, 'fail'])
    expect(asked(result)).toContain(`/repos/contoso/shop/contents/${file}`)
    const said = `Settings file ${file} of the base (commit ${pull.base}) counts with clusters and manifests`
    const unsaid = `Settings file ${file} of this pull request (commit ${pull.merge}) does not count with fail-on, class-severity and imagepullsecrets`
    for (const text of [said, unsaid]) {
      expect(result.stdout).toContain(text)
      expect(result.summary.replaceAll('\\', '')).toContain(text)
    }
    expect(reportOf(result).settings).toMatchObject([
      { file, from: 'base', commit: pull.base, keys: ['clusters', 'manifests'], applied: true },
      { file, from: 'head', commit: pull.merge, applied: false }
    ])
    expect(result.stdout.replaceAll(`::add-mask::${githubToken}`, '')).not.toContain(githubToken)
  })

  test('finds the settings of the base in .github as well', async () => {
    const pull = pullRequest({}, blocked, 1)
    const result = await act(pull, onGitHub(pull, { [`.github/${file}`]: strict }))
    expect(result.outputs['conclusion']).toBe('fail')
    expect(reportOf(result).settings).toMatchObject([
      { file: `.github/${file}`, applied: true },
      { from: 'head', applied: false }
    ])
  })

  test('proves that the base has none by its commit', async () => {
    const pull = pullRequest({}, { [file]: lax, ...blocked }, 1)
    const result = await act(pull, onGitHub(pull, {}), {
      inputs: { clusters: clusterId, manifests: 'deploy' }
    })
    expect(result.code).toBe(1)
    expect(asked(result)).toContain(`/repos/contoso/shop/git/commits/${pull.base}`)
    expect(result.summary).toContain('has no settings file')
  })

  test.each<[string, Partial<AzureWorldData>, NonNullable<BundleRun['environment']>, string]>([
    [
      'a token that may not read contents',
      { github: { contentsRead: false } },
      {},
      'permissions: contents: read'
    ],
    [
      'an answer that is none',
      {
        faults: [
          {
            url: 'api.github.com/repos/*/contents/*',
            answer: { kind: 'answer', status: 502, body: {} }
          }
        ]
      },
      {},
      'HTTP 502'
    ],
    [
      'a connection that breaks',
      { faults: [{ url: 'api.github.com/repos/*/contents/*', answer: { kind: 'reset' } }] },
      {},
      'cannot be reached'
    ],
    [
      'an address without TLS',
      {},
      { GITHUB_API_URL: 'http://127.0.0.1:9' },
      'GITHUB_API_URL is no https address'
    ],
    ['no token', {}, { 'INPUT_GITHUB-TOKEN': '' }, 'there is no github-token']
  ])(
    'with %s applies nothing of the head, and says so',
    async (_name, world, environment, words) => {
      const pull = pullRequest({ [file]: strict }, { [file]: lax, ...blocked }, 1)
      const result = await act(
        pull,
        { ...oneGrantMissing, ...world },
        { inputs: { clusters: clusterId, manifests: 'deploy' }, environment }
      )
      expect([result.code, result.outputs['conclusion']]).toEqual([1, 'fail'])
      expect(result.stdout).toContain(words)
      expect(reportOf(result)).toMatchObject({
        settings: [
          { from: 'base', keys: [], applied: false },
          { from: 'head', applied: false }
        ],
        coverage: [{ file, reason: expect.stringContaining(words) }]
      })
    }
  )

  test('with a settings file of more than a megabyte at the base says so', async () => {
    const pull = pullRequest({}, { [file]: lax, ...blocked }, 1)
    const result = await act(pull, onGitHub(pull, { [file]: `# ${'x'.repeat(1024 * 1024)}` }), {
      inputs: { clusters: clusterId, manifests: 'deploy' }
    })
    expect(result.stdout).toContain('larger than 1 MB')
  })

  test('whose settings nobody can read tells so where nothing can be judged', async () => {
    const pull = pullRequest({ [file]: strict }, { [file]: lax, ...blocked }, 1)
    const result = await act(pull, { ...oneGrantMissing, github: { contentsRead: false } })
    expect(result.code).toBe(2)
    expect(result.stdout).toContain('No manifests are named')
    expect(result.stdout).toContain('is not known')
    expect(result.stdout).toContain('does not count with clusters, manifests, fail-on')
  })
})

describe('with facts no connection is opened', () => {
  const facts = readFileSync(join(dirname(dirname(bundle)), 'examples', 'facts.json'), 'utf8')
  const image = 'contoso.azurecr.io/shop/migrate:1.4.2'
  const head: Files = {
    'deploy/api.yaml': deployment('api', image),
    [file]: `manifests: deploy\nfail-on: never\n`
  }

  function offline(depth: 1 | 'all') {
    const pull = pullRequest({ [file]: 'manifests: deploy\n' }, head, depth)
    writeFiles(pull.place, { 'facts.json': facts })
    return pull
  }

  const inputs = (pull: PullRequest) => ({
    facts: join(pull.place, 'facts.json'),
    'facts-max-age': '99999d',
    'json-file': 'out/report.json'
  })

  test('and the settings of the base come from the history', async () => {
    const pull = offline('all')
    const result = await act(pull, null, { inputs: inputs(pull) })
    expect([result.code, result.outputs['conclusion']]).toEqual([1, 'fail'])
    expect(reportOf(result).settings).toMatchObject([
      { from: 'base', commit: pull.base, applied: true },
      { from: 'head', keys: ['fail-on'], applied: false }
    ])
  })

  test('and without history nothing of the head counts', async () => {
    const pull = offline(1)
    const result = await act(pull, null, { inputs: { ...inputs(pull), manifests: 'deploy' } })
    expect([result.code, result.outputs['conclusion']]).toEqual([1, 'fail'])
    expect(result.stdout).toContain('with facts no connection is opened')
    expect(reportOf(result).settings).toMatchObject([
      { from: 'base', applied: false },
      { from: 'head', keys: ['manifests', 'fail-on'], applied: false }
    ])
  })

  test('and what nobody knows of the base is no pass', async () => {
    const pull = offline(1)
    writeFiles(pull.workspace, { 'deploy/api.yaml': deployment('api', 'nginx') })
    const result = await act(pull, null, { inputs: { ...inputs(pull), manifests: 'deploy' } })
    expect([result.code, result.outputs['conclusion']]).toEqual([0, 'inconclusive'])
    expect(result.summary).toContain('not everything was read')
  })

  test('on the command line neither', async () => {
    const pull = offline('all')
    const result = await act(pull, null, {
      arguments: ['check', '--facts', join(pull.place, 'facts.json'), '--max-age', '99999d'],
      inputs: {}
    })
    expect(result.code).toBe(1)
    expect(result.stdout).toContain('does not count with fail-on')
  })

  test('nor for a list of images, which says on standard error what does not count', async () => {
    const pull = offline(1)
    const result = await act(pull, null, {
      arguments: ['images', 'deploy', '--format', 'json'],
      inputs: {}
    })
    expect(result.code).toBe(0)
    expect(result.stderr).toContain('does not count with manifests and fail-on')
    expect(JSON.parse(result.stdout)).toMatchObject({ images: [{ reference: image }] })
  })
})

describe('a value of a settings file', () => {
  const attacks: readonly (readonly [string, string, string])[] = [
    ['is no flag of helm', 'helm-release: --post-renderer=./evil.sh', 'write a DNS label'],
    ['is no command', 'namespace: ["x\\n::stop-commands::zz"]', 'one line of text'],
    ['is no sequence of a terminal', 'namespace: "x\\e[2Ky"', 'one line of text'],
    ['is no file elsewhere', 'helm-values: ../../values.yaml', 'inside of the workspace'],
    ['does not sign in', 'client-id: ["x\\n::stop-commands::zz"]', 'set it in the workflow'],
    ['has no key that is a command', '"x\\n::stop-commands::zz": 1', 'unknown key'],
    [
      'has no key that is a command of Azure Pipelines',
      '"##vso[task.setvariable]x": 1',
      'unknown key'
    ],
    ['is no broken YAML that is a command', '"\\n::stop-commands::zz', 'is no YAML']
  ]

  test.each(attacks)('%s', async (_name, text, words) => {
    for (const door of [{ inputs: {} }, { arguments: ['check', 'deploy', '--facts', 'x'] }]) {
      const { code, stdout, stderr } = await runBundle({
        ...door,
        files: { [file]: text, ...blocked },
        environment: { GITHUB_EVENT_NAME: 'push' }
      })
      expect(code).toBe(2)
      expect(stdout + stderr).toContain(words)
      expect(stdout + stderr).not.toMatch(/^\s*::(?!error::|add-mask::)/m)
      expect(stdout + stderr).not.toContain('\u001b')
      expect(stdout + stderr).not.toMatch(/##(?:vso)?\[/)
    }
  })

  test.each([
    [
      'an input',
      { inputs: { 'client-id': 'x\n::stop-commands::zz', 'tenant-id': contoso.tenantId } }
    ],
    [
      'a variable',
      { inputs: {}, environment: { ACR_PULL_CHECK_NAMESPACE: 'x\n::stop-commands::zz' } }
    ],
    [
      'a flag',
      { arguments: ['check', 'deploy', '--facts', 'f', '--namespace', 'x\n::stop-commands::zz'] }
    ]
  ])('neither is one of %s', async (_name, run) => {
    const { code, stdout, stderr } = await runBundle({
      ...run,
      files: { [file]: `clusters: ${clusterId}\nmanifests: deploy`, ...blocked },
      environment: { GITHUB_EVENT_NAME: 'push', ...('environment' in run ? run.environment : {}) }
    })
    expect(code).toBe(2)
    expect(stdout + stderr).toContain(String.raw`x\n::stop-commands::zz`)
    expect(stdout + stderr).not.toMatch(/^\s*::(?!error::|add-mask::)/m)
  })
})

import { afterEach, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Report } from '../../src/reports/report.ts'
import { startCloud, type Cloud } from '../emulator/cloud.ts'
import { contoso } from '../emulator/contoso.ts'
import { bundle, runBundle, type BundleRun } from '../emulator/run-bundle.ts'
import { githubToken, idTokenRequestToken } from '../emulator/services/github.ts'
import { tokenCanary } from '../emulator/tokens.ts'
import type { AzureWorldData } from '../emulator/world.ts'
import {
  clusterId,
  deployment,
  everythingGranted,
  oneGrantMissing,
  twoImages
} from './deployments.ts'

const exampleFacts = readFileSync(join(dirname(dirname(bundle)), 'examples', 'facts.json'), 'utf8')

let cloud: Cloud | null = null

afterEach(async () => {
  await cloud?.close()
  cloud = null
})

const signedIn = {
  manifests: 'deploy',
  clusters: clusterId,
  'client-id': contoso.callerClientId,
  'tenant-id': contoso.tenantId
}

async function act(world: AzureWorldData, run: Omit<BundleRun, 'cloud'>) {
  cloud = await startCloud(world)
  return runBundle({ cloud, ...run })
}

const annotationLines = (stdout: string): readonly string[] =>
  stdout.split('\n').filter(line => /^::(error|warning|notice) /.test(line))

describe('a push whose images can be pulled', () => {
  test('passes, with outputs, summary and a JSON report', async () => {
    const { code, outputs, summary, stdout } = await act(everythingGranted, {
      environment: { GITHUB_EVENT_NAME: 'push' },
      inputs: { ...signedIn, 'json-file': 'report.json' },
      files: twoImages
    })
    expect(code).toBe(0)
    expect(outputs).toEqual({
      conclusion: 'pass',
      findings: '0',
      errors: '0',
      warnings: '0',
      unknown: '0',
      report: 'report.json'
    })
    expect(summary).toContain('no blocking configuration found')
    expect(summary).not.toContain('can pull')
    expect(annotationLines(stdout)).toEqual([])
  })
})

describe('a run that ends with an error', () => {
  const asked = { 'json-file': 'out/report.json', 'sarif-file': 'out/report.sarif' }
  const offline = { facts: 'facts.json', manifests: 'deploy' }
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n`

  test.each([
    ['a wrong input', 2, { ...offline, 'fail-on': 'sometimes' }, 'write one of error'],
    ['no facts', 2, offline, 'Facts file facts.json cannot be read'],
    ['no sign-in', 3, { manifests: 'deploy', clusters: clusterId }, 'sign'],
    ['no manifest', 4, { ...offline, manifests: 'elsewhere', facts: 'there.json' }, 'elsewhere']
  ] as const)('%s leaves its cause in every report', async (_name, code, inputs, words) => {
    const ending = await runBundle({
      inputs: { ...inputs, ...asked },
      files: { 'deploy/web.yaml': pod, 'there.json': exampleFacts }
    })
    expect([ending.code, ending.outputs['conclusion']]).toEqual([code, 'inconclusive'])
    expect(ending.summary).toContain('inconclusive: nothing was judged')
    expect(ending.summary).toMatch(new RegExp(words.split(' ').join('.*'), 'i'))
    const { error } = JSON.parse(ending.files['out/report.json'] ?? '') as Report
    expect(error).toEqual({ exitCode: code, message: expect.stringContaining(words) })
    expect(ending.files['out/report.sarif']).toContain('"executionSuccessful": false')
    expect(ending.outputs['report']).toBe('out/report.json')
  })
})

describe('a pull request with an image that the cluster cannot pull', () => {
  test('is annotated at the scalar, with the ready command', async () => {
    const { code, stdout, outputs } = await act(oneGrantMissing, {
      inputs: signedIn,
      files: twoImages
    })
    expect(code).toBe(1)
    expect(outputs['conclusion']).toBe('fail')
    const [line] = annotationLines(stdout)
    expect(line).toMatch(
      /^::error title=.*,file=deploy\/api\.yaml,line=14,endLine=14,col=18,endColumn=51::/
    )
    expect(line).toContain('az role assignment create --assignee-object-id')
    expect(line).toContain(contoso.kubeletObjectId)
  })

  test('passes with fail-on: never, and says the same', async () => {
    const { code, outputs } = await act(oneGrantMissing, {
      inputs: { ...signedIn, 'fail-on': 'never' },
      files: twoImages
    })
    expect([code, outputs['errors']]).toEqual([0, '1'])
  })
})

describe('a check run of its own', () => {
  const many = Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => [
      `deploy/app-${index}.yaml`,
      deployment(`app-${index}`, `contosoteam.azurecr.io/app-${index}:1`)
    ])
  )

  test('carries all annotations in batches of 50', async () => {
    const { requests, stdout } = await act(oneGrantMissing, {
      inputs: { ...signedIn, 'check-run': 'true' },
      files: many
    })
    const sizes = requests
      .filter(({ path }) => path.includes('/check-runs'))
      .map(({ body }) => (JSON.parse(body) as { output: { annotations: unknown[] } }).output)
      .map(output => output.annotations.length)
    expect(sizes.slice(0, 2)).toEqual([50, 50])
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThanOrEqual(120)
    expect(annotationLines(stdout).filter(line => line.startsWith('::error '))).toHaveLength(9)
    expect(stdout).toMatch(/more: see the job summary/)
  })

  test('without the right says so once, and the other reports stand', async () => {
    const { code, stdout, summary } = await act(
      { ...oneGrantMissing, github: { checksWrite: false } },
      { inputs: { ...signedIn, 'check-run': 'true' }, files: twoImages }
    )
    expect(code).toBe(1)
    expect(stdout.match(/checks: write/g)).toHaveLength(1)
    expect(summary).toContain('contosoteam.azurecr.io')
  })
})

describe('sign-in', () => {
  test('of a job without id-token names the permission and exits with 3', async () => {
    const { code, stdout, requests } = await act(everythingGranted, {
      inputs: signedIn,
      files: twoImages,
      environment: {
        ACTIONS_ID_TOKEN_REQUEST_URL: undefined,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined
      }
    })
    expect(code).toBe(3)
    expect(stdout).toContain('id-token: write')
    expect(requests).toEqual([])
  })

  test('prints no part of a token beyond the masks that hide it', async () => {
    const { stdout, stderr, summary, files } = await act(oneGrantMissing, {
      inputs: { ...signedIn, 'check-run': 'true', 'facts-out': 'facts.json' },
      files: twoImages,
      environment: { RUNNER_DEBUG: '1', AZURE_LOG_LEVEL: 'verbose' }
    })
    const shown = [
      ...stdout.split('\n').filter(line => !line.startsWith('::add-mask::')),
      stderr,
      summary,
      ...Object.values(files)
    ].join('\n')
    const secrets = [tokenCanary, githubToken, idTokenRequestToken]
    const leaks = shown.split('\n').filter(line => secrets.some(secret => line.includes(secret)))
    expect(leaks).toEqual([])
  })
})

describe('wrong inputs fail the step with the input and the cure', () => {
  test.each<[string, Record<string, string>, number, string]>([
    ['no manifests', { clusters: clusterId }, 2, 'No manifests are named'],
    ['no cluster', { manifests: 'deploy' }, 2, 'No cluster is named'],
    ['a path that matches nothing', { ...signedIn, manifests: 'nowhere' }, 4, 'nowhere'],
    ['a typo in fail-on', { ...signedIn, 'fail-on': 'erorr' }, 2, "(input fail-on) is 'erorr'"]
  ])('%s', async (_name, inputs, code, words) => {
    const result = await runBundle({ inputs, files: twoImages })
    expect(result.code).toBe(code)
    expect(result.stdout).toMatch(/^::error::/m)
    expect(result.stdout).toContain(words)
  })
})

describe('a runner that is not in order', () => {
  test('without a file for outputs gets everything else, and is told so', async () => {
    const { code, summary, stdout, files } = await act(everythingGranted, {
      inputs: { ...signedIn, 'json-file': 'report.json' },
      files: twoImages,
      environment: { GITHUB_OUTPUT: '/nowhere/output' }
    })
    expect(code).toBe(2)
    expect(stdout).toMatch(/::error::The outputs of this step cannot be written to GITHUB_OUTPUT/)
    expect(stdout).not.toContain('internal error')
    expect(summary).toContain('no blocking configuration found')
    expect(Object.keys(files)).toContain('report.json')
  })

  test('with a proxy that is no URL is told which variable to mend, and not its value', async () => {
    const { code, stdout } = await act(everythingGranted, {
      inputs: signedIn,
      files: twoImages,
      environment: { HTTPS_PROXY: 'http://user:secret-word@' }
    })
    expect(code).toBe(2)
    expect(stdout).toContain('::error::Environment variable HTTPS_PROXY names no proxy')
    expect(stdout).not.toMatch(/internal error|secret-word/)
  })

  test('with a tenant that is none is told what to write', async () => {
    const { code, stdout } = await act(everythingGranted, {
      inputs: { ...signedIn, 'tenant-id': 'not a tenant' },
      files: twoImages
    })
    expect(code).toBe(2)
    expect(stdout).toContain("::error::Option input tenant-id is 'not a tenant'")
  })
})

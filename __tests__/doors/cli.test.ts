import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { startCloud, type Cloud } from '../emulator/cloud.ts'
import { contoso } from '../emulator/contoso.ts'
import { bundle, runBundle, type BundleRun } from '../emulator/run-bundle.ts'
import type { AzureWorldData } from '../emulator/world.ts'
import type { Report } from '../../src/reports/report.ts'
import { clusterId, everythingGranted, oneGrantMissing, twoImages } from './deployments.ts'

let cloud: Cloud | null = null

afterEach(async () => {
  await cloud?.close()
  cloud = null
})

async function live(world: AzureWorldData, run: Omit<BundleRun, 'cloud'>) {
  cloud = await startCloud(world)
  return runBundle({ cloud, ...run })
}

const check = ['check', 'deploy', '--cluster', clusterId]

const reportOf = (stdout: string): Report => JSON.parse(stdout) as Report

describe('live and offline', () => {
  test('an offline run says the same as the live run, and opens no connection', async () => {
    const first = await live(oneGrantMissing, {
      arguments: [...check, '--format', 'json', '--facts-out', 'out/facts.json'],
      files: twoImages
    })
    const offline = await runBundle({
      arguments: ['check', 'deploy', '--facts', 'out/facts.json', '--format', 'json'],
      files: first.files
    })
    expect(offline.stderr).toBe('')
    const [online, later] = [reportOf(first.stdout), reportOf(offline.stdout)]
    expect(later.facts.source).toBe('file')
    expect({ ...later, facts: null }).toEqual({ ...online, facts: null })
    expect([first.code, offline.code]).toEqual([1, 1])
  })

  test('collect writes facts from which check judges without a cluster being named', async () => {
    const collected = await live(everythingGranted, {
      arguments: ['collect', 'deploy', '--cluster', clusterId, '--out', 'facts.json'],
      files: twoImages
    })
    expect([collected.code, collected.stdout]).toEqual([0, ''])
    const judged = await runBundle({
      arguments: ['check', 'deploy', '--facts', 'facts.json', '--format', 'json'],
      files: collected.files
    })
    expect(judged.code).toBe(0)
    expect(reportOf(judged.stdout).summary.verdicts).toEqual({ pull: 2, 'no-pull': 0, unknown: 0 })
  })

  test('a registry that the facts do not know is unknown, never a pass', async () => {
    const { files } = await live(everythingGranted, {
      arguments: [...check, '--facts-out', 'facts.json'],
      files: twoImages
    })
    const judged = await runBundle({
      arguments: ['check', 'deploy', '--facts', 'facts.json', '--format', 'json'],
      files: {
        ...files,
        'deploy/web.yaml': (files['deploy/web.yaml'] ?? '').replace('contoso.', 'contosonew.')
      }
    })
    const { summary } = reportOf(judged.stdout)
    expect(summary.conclusion).toBe('inconclusive')
    expect(summary.verdicts).toEqual({ pull: 1, 'no-pull': 0, unknown: 1 })
  })

  test('facts beyond their age make everything unknown, and never exit with 3', async () => {
    const { files } = await live(oneGrantMissing, {
      arguments: [...check, '--facts-out', 'facts.json'],
      files: twoImages
    })
    const old = (files['facts.json'] ?? '').replace(
      /"collectedAt": "[^"]+"/,
      '"collectedAt": "2026-01-01T00:00:00.000Z"'
    )
    const judged = await runBundle({
      arguments: ['check', 'deploy', '--facts', 'facts.json', '--format', 'json'],
      files: { ...files, 'facts.json': old }
    })
    expect(judged.code).toBe(0)
    expect(reportOf(judged.stdout).summary).toMatchObject({
      conclusion: 'inconclusive',
      verdicts: { pull: 0, 'no-pull': 0, unknown: 2 }
    })
  })
})

describe('standard output is data', () => {
  test('with a machine format nothing else is printed there', async () => {
    const { stdout } = await live(oneGrantMissing, {
      arguments: [...check, '--format', 'json', '--verbose'],
      files: twoImages
    })
    expect(reportOf(stdout).schemaVersion).toBe('1')
  })

  test('SARIF on standard output exits with 0 although there are findings', async () => {
    const { code, stdout } = await live(oneGrantMissing, {
      arguments: [...check, '--format', 'sarif'],
      files: twoImages
    })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0' })
  })

  test('reports go to files beside the text for people', async () => {
    const { stdout, files } = await live(oneGrantMissing, {
      arguments: [...check, '--format', 'json=out/a.json', '--format', 'markdown=b.md'],
      files: twoImages
    })
    expect(stdout).toContain('no-pull-grant')
    expect(reportOf(files['out/a.json'] ?? '').summary.conclusion).toBe('fail')
    expect(files['b.md']).toContain('contosoteam.azurecr.io')
  })
})

describe('exit codes', () => {
  test.each<[string, readonly string[], number, string]>([
    ['an unknown command', ['chek'], 2, "'chek' is no command"],
    ['an unknown option', ['check', '--wrong'], 2, '--help lists the options'],
    ['a path that matches nothing', ['images', 'nowhere/*.yaml'], 4, 'nowhere/*.yaml'],
    ['a facts file that is none', ['check', 'deploy', '--facts', 'deploy/web.yaml'], 2, 'not JSON'],
    ['a facts file that is missing', ['check', 'deploy', '--facts', 'no.json'], 2, 'no.json'],
    ['an unknown check', ['explain', 'no-such-check'], 2, "'no-such-check' is not known"]
  ])('%s', async (_name, words, code, text) => {
    const result = await runBundle({ arguments: words, files: twoImages })
    expect(result.code).toBe(code)
    expect(result.stderr).toContain(text)
    expect(result.stdout).toBe('')
  })

  test('a cluster that does not exist is 3, with its id and the cure', async () => {
    const { code, stderr } = await live(
      { ...everythingGranted, clusters: [] },
      { arguments: check, files: twoImages }
    )
    expect(code).toBe(3)
    expect(stderr).toContain(clusterId)
  })

  test('a cluster that may not be read is 3, with the missing permission', async () => {
    const { code, stderr } = await live(
      { ...everythingGranted, caller: { permissions: [] } },
      { arguments: check, files: twoImages }
    )
    expect(code).toBe(3)
    expect(stderr).toContain('Microsoft.ContainerService/managedClusters/read')
  })

  test('a program that reads the report learns from it why there is none', async () => {
    const { code, stdout, files, stderr } = await runBundle({
      arguments: [
        ...['check', 'deploy', '--facts', 'none.json'],
        ...['--format', 'sarif', '--format', 'html=out/page.html']
      ],
      files: twoImages
    })
    expect([code, stderr.includes('none.json cannot be read')]).toEqual([2, true])
    expect(stdout).toContain('"executionSuccessful": false')
    expect(files['out/page.html']).toContain('nothing was judged')
  })

  test('a wrong client secret is 3, and is not printed', async () => {
    const { code, stderr, stdout } = await live(everythingGranted, {
      arguments: check,
      files: twoImages,
      environment: { AZURE_CLIENT_SECRET: 'canary-wrong-secret' }
    })
    expect(code).toBe(3)
    expect(stderr + stdout).not.toContain('canary-wrong-secret')
    expect(stderr).toContain(contoso.callerClientId)
  })

  test('one cluster of two that cannot be read is 3, and the other is judged', async () => {
    const { code, stdout } = await live(everythingGranted, {
      arguments: [
        ...check,
        '--cluster',
        clusterId.replace('aks-contoso', 'aks-gone'),
        '--format',
        'json'
      ],
      files: twoImages
    })
    expect(code).toBe(3)
    expect(reportOf(stdout).summary.verdicts).toEqual({ pull: 2, 'no-pull': 0, unknown: 2 })
  })
})

describe('what could not be looked at is no pass', () => {
  const facts = readFileSync(join(dirname(dirname(bundle)), 'examples', 'facts.json'), 'utf8')
  const image = 'contosoplatform.azurecr.io/web:1'
  const base = `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: '${image}'}]}\n`
  const good = base.replace(image, 'docker.io/library/nginx:1')
  const broken = 'containers:\n- image: [\n'
  const overlay = (rest: string) => ({
    'deploy/base.yaml': base,
    'deploy/kustomization.yaml': `resources: [base.yaml]\n${rest}`
  })
  const renames = `images: [{name: contosoplatform.azurecr.io/web, newName: registry.example.com/web}]\n`

  test.each<[name: string, files: Record<string, string>, words: readonly string[], code: number]>([
    [
      'a manifest that cannot be parsed',
      { 'deploy/a.yaml': broken, 'deploy/good.yaml': good },
      [],
      0
    ],
    ['the same where unknown fails', { 'deploy/a.yaml': broken }, ['--fail-on', 'unknown'], 1],
    ['an overlay that is not built and renames', overlay(renames), ['--no-render'], 0]
  ])('%s', async (_name, files, words, code) => {
    const result = await runBundle({
      arguments: [
        ...['check', 'deploy', '--facts', 'facts.json', '--max-age', '9999d', '--format', 'json'],
        ...words
      ],
      files: { ...files, 'facts.json': facts }
    })
    expect(result.code).toBe(code)
    expect(reportOf(result.stdout).summary.conclusion).toBe(code === 0 ? 'inconclusive' : 'fail')
  })

  const deep = `image: ${'['.repeat(120)}${']'.repeat(120)}\n`
  const unread = [
    ['is larger than 10 MB', `image: a\n${'#'.repeat(11 * 1024 * 1024)}`, 'too-large'],
    ['is nested deeper than 100', deep, 'too-deep'],
    ['holds NUL bytes', 'image: a\0b\n', 'encoding'],
    ['is an unrendered template', 'image: {{ .Values.image }}\n', 'template']
  ] as const
  const judge = async (files: Record<string, string>, path = 'deploy', standardInput = '') => {
    const { code, stdout } = await runBundle({
      arguments: ['check', path, '--facts', 'facts.json', '--max-age', '9999d', '--format', 'json'],
      files: { ...files, 'facts.json': facts },
      standardInput
    })
    const { summary, coverage } = reportOf(stdout)
    return { code, conclusion: summary.conclusion, kinds: coverage.map(({ kind }) => kind) }
  }

  test('an image longer than any reference is shown cut', async () => {
    const { code, stdout } = await runBundle({
      arguments: [
        'check',
        'deploy',
        '--facts',
        'facts.json',
        '--max-age',
        '9999d',
        '--format',
        'json'
      ],
      files: { 'deploy/a.yaml': base.replace(image, 'a:'.repeat(150_000)), 'facts.json': facts }
    })
    const [invalid] = reportOf(stdout).invalidImages
    expect([code, invalid?.text.endsWith('… (300000 characters)')]).toEqual([1, true])
    expect(stdout.length).toBeLessThan(20_000)
  })

  test('a good image alone passes', async () => {
    const expected = { code: 0, conclusion: 'pass', kinds: [] }
    expect(await judge({ 'deploy/good.yaml': good })).toEqual(expected)
  })

  test.each(unread)('beside a good image, a file that %s', async (_name, text, kind) => {
    const files = { 'deploy/a.yaml': text, 'deploy/good.yaml': good }
    const expected = { code: 0, conclusion: 'inconclusive', kinds: [kind] }
    expect(await judge(files)).toEqual(expected)
  })

  test.each(unread)('alone, a file that %s is nothing to judge', async (_name, text, kind) => {
    const expected = { code: 4, conclusion: 'inconclusive', kinds: [kind] }
    expect(await judge({ 'deploy/a.yaml': text })).toEqual(expected)
    expect(await judge({}, '-', text)).toEqual(expected)
  })

  test.each([
    ['without a cluster', { clusters: [] }, 'holds no cluster'],
    ['from the future', { collectedAt: '2999-01-01T00:00:00Z' }, 'collect the facts again']
  ])('facts %s are refused', async (_name, changes, words) => {
    const changed = { ...(JSON.parse(facts) as object), example: undefined, ...changes }
    const { code, stderr } = await runBundle({
      arguments: ['check', 'deploy', '--facts', 'facts.json'],
      files: { 'deploy/base.yaml': base, 'facts.json': JSON.stringify(changed) }
    })
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})

describe('commands that need no Azure', () => {
  test('images lists every image with its place', async () => {
    const { code, stdout } = await runBundle({
      arguments: ['images', 'deploy', '--format', 'json'],
      files: twoImages
    })
    expect(code).toBe(0)
    const { images, schemaVersion } = reportOf(stdout)
    expect(schemaVersion).toBe('1')
    expect(
      images.map(({ reference, uses }) => [reference, uses[0]?.line, uses[0]?.column])
    ).toEqual([
      ['contosoteam.azurecr.io/shop/api:1', 14, 18],
      ['contoso.azurecr.io/shop/web:1', 14, 18]
    ])
  })

  test('manifests may come from standard input', async () => {
    const { stdout } = await runBundle({
      arguments: ['images', '-', '--format', 'json'],
      standardInput: twoImages['deploy/web.yaml']
    })
    expect(reportOf(stdout).images).toHaveLength(1)
  })

  test('explain prints what the documentation says of a check', async () => {
    const { code, stdout } = await runBundle({ arguments: ['explain', 'no-pull-grant'] })
    expect(code).toBe(0)
    expect(stdout).toContain('kubelet identity')
    expect(stdout).toContain('Reads: Microsoft.ContainerService/managedClusters/read, ')
    expect(stdout).not.toContain('[object')
  })

  test('the demo runs from any folder, ends well, and shows each verdict', async () => {
    const { code, stdout } = await runBundle({ arguments: ['demo'] })
    expect(code).toBe(0)
    for (const word of ['pull', 'no pull', 'unknown', 'grant-to-other-identity'])
      expect(stdout).toContain(word)
  })

  test('the bundle holds no folder: ncc would have copied something it should not', () => {
    const folders = readdirSync(dirname(bundle), { withFileTypes: true }).filter(entry =>
      entry.isDirectory()
    )
    expect(folders.map(({ name }) => name)).toEqual([])
  })
})

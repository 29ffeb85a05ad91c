import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/reports/report.ts'
import { startCloud } from '../emulator/cloud.ts'
import { inTemporaryFolder, writeFiles } from '../emulator/folder.ts'
import { bundle, runBundle } from '../emulator/run-bundle.ts'
import type { FaultData } from '../emulator/world.ts'
import { clusterId, everythingGranted, twoImages } from './deployments.ts'
import { late, live, reportOf } from './live-run.ts'

const longest = 120_000

const reasonsOf = (report: Report, kind: string): readonly string[] =>
  report.coverage.filter(gap => gap.kind === kind).map(({ file }) => file)

const seconds = 9
const inTime = ['--timeout', `${seconds}s`]

describe('whoever never answers', () => {
  const hangs = (url: string): FaultData => ({ url, answer: { kind: 'hang' } })
  const entra = hangs('login.microsoftonline.com*oauth2*')
  const commands = ['check', 'collect']

  test.concurrent.each(commands)(
    'Entra: %s ends with the sign-in that failed',
    async command => {
      const run = await live([entra], {
        arguments: [command, 'deploy', '--cluster', clusterId, '--timeout', '4s']
      })
      expect(run.milliseconds).toBeLessThan(4000 + late)
      expect(run.code).toBe(3)
      expect(run.stderr).toMatch(/sign-in failed: .* gave no token in time .*--timeout/)
    },
    longest
  )

  test.concurrent.each(commands)(
    'the Azure CLI: %s ends with the sign-in that failed, and the CLI ends too',
    async command => {
      await inTemporaryFolder(async place => {
        const { chmod, readFile } = await import('node:fs/promises')
        await writeFiles(place, { az: `#!/bin/sh\necho $$ > ${place}/pid\nexec sleep 300\n` })
        await chmod(`${place}/az`, 0o755)
        const run = await live([], {
          arguments: [command, 'deploy', '--cluster', clusterId, '--timeout', '4s'],
          environment: {
            PATH: [place, '/usr/bin', '/bin'].join(delimiter),
            AZURE_CLIENT_SECRET: undefined
          }
        })
        expect(run.milliseconds).toBeLessThan(4000 + late)
        expect([run.code, run.stderr]).toEqual([3, expect.stringMatching(/sign-in failed/)])
        const pid = Number(await readFile(`${place}/pid`, 'utf8'))
        expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
      })
    },
    longest
  )

  test.concurrent(
    'the cluster: there is nothing to judge against',
    async () => {
      const run = await live([hangs('*managedClusters*')], {
        arguments: ['check', 'deploy', '--cluster', clusterId, '--timeout', '4s']
      })
      expect(run.milliseconds).toBeLessThan(4000 + late)
      expect([run.code, run.stderr]).toEqual([3, expect.stringMatching(/no answer within/)])
    },
    longest
  )

  test.concurrent(
    'the registry: its images are unknown, and that is why',
    async () => {
      const run = await live([hangs('*registries/contoso?*')], {
        arguments: ['check', 'deploy', '--cluster', clusterId, '--format', 'json', ...inTime]
      })
      expect(run.milliseconds).toBeLessThan(seconds * 1000 + late)
      const report = reportOf(run)
      expect(report.summary.verdicts.unknown).toBeGreaterThan(0)
      expect(report.summary.verdicts.pull).toBe(0)
      expect(run.stdout).toMatch(/no answer within/)
    },
    longest
  )

  const asAction = (inputs: Readonly<Record<string, string>>) => ({
    inputs: { manifests: 'deploy', clusters: clusterId, timeout: `${seconds}s`, ...inputs },
    environment: { AZURE_CLIENT_ID: undefined, AZURE_TENANT_ID: undefined }
  })
  const oidc = {
    'client-id': '31000000-0000-0000-0000-000000000001',
    'tenant-id': '10000000-0000-0000-0000-000000000001'
  }

  test.concurrent(
    "GitHub's token service: the step fails with the sign-in, and its outputs are there",
    async () => {
      const run = await live([hangs('*idtoken*')], asAction(oidc))
      expect(run.milliseconds).toBeLessThan(seconds * 1000 + late)
      expect([run.code, run.outputs['conclusion']]).toEqual([3, 'inconclusive'])
      expect(run.stdout).toMatch(/sign-in failed/)
    },
    longest
  )

  test.concurrent(
    "GitHub's API: the check is made, and the missing settings and check run are told",
    async () => {
      const run = await live([hangs('api.github.com*')], {
        ...asAction({ ...oidc, 'check-run': 'true', 'github-token': 'canary' })
      })
      expect(run.milliseconds).toBeLessThan(seconds * 1000 + late)
      expect([run.code, run.outputs['conclusion']]).toEqual([1, 'fail'])
      expect(run.stdout).toMatch(/check run could not be completed/)
    },
    longest
  )

  test.concurrent(
    'standard input: what was named besides is judged',
    async () => {
      await inTemporaryFolder(async place => {
        await writeFiles(place, twoImages)
        const child = spawn(
          process.execPath,
          [bundle, 'images', 'deploy', '-', '--format', 'json', '--timeout', '4s'],
          { cwd: place, env: {} }
        )
        const closed = new Promise<number | null>(done => child.on('close', done))
        child.stdin.write('kind: Pod\n')
        const [stdout, code] = await Promise.all([text(child.stdout), closed])
        const list = JSON.parse(stdout) as Report
        expect([code, list.images.length, reasonsOf(list, 'time')]).toEqual([0, 2, ['stdin']])
      })
    },
    longest
  )
})

describe('as many pulls as one run judges, in little time', () => {
  const images = 4_500
  const clusters = 20

  const pods = (registry: (at: number) => string): string =>
    Array.from(
      { length: images },
      (_, at) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${at}}\nspec: {containers: [{name: m, image: ${registry(at)}.azurecr.io/shop/p${at}:1}]}\n`
    ).join('')

  async function judged(registry: (at: number) => string) {
    const collected = await live([], {
      arguments: ['collect', 'deploy', '--cluster', clusterId, '--out', 'facts.json']
    })
    const facts = JSON.parse(collected.files['facts.json'] ?? '') as { clusters: { id: string }[] }
    const [cluster] = facts.clusters
    const many = Array.from({ length: clusters }, (_, at) => ({
      ...cluster,
      id: `${clusterId}${at}`
    }))
    const run = await runBundle({
      arguments: ['check', 'deploy', '--facts', 'facts.json', '--format', 'json', ...inTime],
      files: {
        'deploy/many.yaml': pods(registry),
        'facts.json': JSON.stringify({ ...facts, clusters: many })
      }
    })
    return { run, report: reportOf(run) }
  }

  test(
    'fail the run by what was judged until then',
    async () => {
      const { run, report } = await judged(at => (at < 10 ? 'contosoteam' : 'contoso'))
      expect(run.milliseconds).toBeLessThan(seconds * 1000 + late)
      expect([run.code, report.summary.conclusion]).toEqual([1, 'fail'])
    },
    longest
  )
})

test('a run that ends in time says nothing of time', async () => {
  const cloud = await startCloud(everythingGranted)
  try {
    const run = await runBundle({
      cloud,
      files: twoImages,
      arguments: ['check', 'deploy', '--cluster', clusterId, '--format', 'json', '--timeout', '2m']
    })
    expect([run.code, reportOf(run).coverage]).toEqual([0, []])
  } finally {
    await cloud.close()
  }
})

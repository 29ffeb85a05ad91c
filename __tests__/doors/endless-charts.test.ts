import { delimiter, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { runBundle } from '../emulator/run-bundle.ts'
import { describeWith } from '../manifests/binaries.ts'
import { clusterId, twoImages } from './deployments.ts'
import { late, live, reportOf } from './live-run.ts'

const tools = [resolve(import.meta.dirname, '../../.tools'), process.env['PATH']].join(delimiter)
const longest = 120_000

const chart = (directory: string, template: string): Record<string, string> => ({
  [`${directory}/Chart.yaml`]: 'apiVersion: v2\nname: endless\nversion: 1.0.0\n',
  [`${directory}/templates/loop.yaml`]: template
})

/** A trillion rounds. */
const loop = '{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}'

const endlessCharts = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => Object.entries(chart(`deploy/charts/c${at}`, loop))).flat()
)

const seconds = 9
const inTime = ['--timeout', `${seconds}s`]

describeWith('helm', 'charts that render without an end', () => {
  const files = { ...twoImages, ...endlessCharts }
  const environment = { PATH: tools }

  test(
    'check judges the manifests beside them, and names each chart that came to no end',
    async () => {
      const run = await live([], {
        arguments: ['check', 'deploy', '--cluster', clusterId, '--format', 'json', ...inTime],
        files,
        environment
      })
      expect(run.milliseconds).toBeLessThan(seconds * 1000 + late)
      const report = reportOf(run)
      expect([run.code, report.summary.conclusion]).toEqual([1, 'fail'])
      expect(report.summary.verdicts).toEqual({ pull: 1, 'no-pull': 1, unknown: 0 })
      expect(report.coverage.length).toBe(12)
    },
    longest
  )

  test(
    'images lists those of the manifests beside them, and names the charts',
    async () => {
      const run = await runBundle({
        arguments: ['images', 'deploy', '--format', 'json', ...inTime],
        files,
        environment
      })
      expect(run.milliseconds).toBeLessThan(seconds * 1000 + late)
      const list = reportOf(run)
      expect([run.code, list.images.length, list.coverage.length]).toEqual([0, 2, 12])
      expect(run.stderr).toMatch(
        /Helm could not render the chart deploy\/charts\/c0, so its images are not judged/
      )
    },
    longest
  )

  test(
    'collect writes the facts for the manifests beside them, and names the charts',
    async () => {
      const run = await live([], {
        arguments: ['collect', 'deploy', '--cluster', clusterId, '--out', 'facts.json', ...inTime],
        files,
        environment
      })
      expect(run.milliseconds).toBeLessThan(seconds * 1000 + late)
      expect([run.code, run.stdout]).toEqual([0, ''])
      expect(run.files['facts.json']).toMatch(/"contoso\.azurecr\.io"/)
      expect(run.stderr).toMatch(
        /Helm could not render the chart deploy\/charts\/c0, so its images are not judged/
      )
    },
    longest
  )
})

import { describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { chartFailure } from '../../../src/manifests/helm/chart-failure.ts'
import { readChart } from '../../../src/manifests/helm/chart-metadata.ts'
import { readOwnValues } from '../../../src/manifests/helm/values.ts'
import { Workspace } from '../../../src/files/workspace.ts'
import { workspaceWith } from '../workspace-files.ts'

/** What Helm 3.21 and 4.1 write to standard error, and where it belongs. */
const failures: readonly [string, string, string][] = [
  [
    'a fault while a template runs, Helm 3',
    'Error: template: shop/templates/pod.yaml:2:8: executing "shop/templates/pod.yaml" at <.Values.a.b>: nil pointer evaluating interface {}.b\n\nUse --debug flag to render out invalid YAML\n',
    'web/templates/pod.yaml:2'
  ],
  [
    'a fault while a template runs, Helm 4',
    'Error: shop/templates/pod.yaml:2:8\n  executing "shop/templates/pod.yaml" at <.Values.a.b>:\n    nil pointer evaluating interface {}.b\n\nUse --debug flag to render out invalid YAML\n',
    'web/templates/pod.yaml:2'
  ],
  [
    'a template that ends itself',
    'Error: execution error at (shop/templates/pod.yaml:3:4): give a tag\n',
    'web/templates/pod.yaml:3'
  ],
  [
    'a template with a syntax error',
    'Error: parse error at (shop/templates/pod.yaml:1): unclosed action\n',
    'web/templates/pod.yaml:1'
  ],
  [
    "a subchart's template",
    'Error: parse error at (shop/charts/cache/templates/pod.yaml:1): unclosed action\n',
    'web/charts/redis/templates/pod.yaml:1'
  ],
  [
    'a template that is in no file here',
    'Error: parse error at (shop/charts/packed/templates/pod.yaml:9): unclosed action\n',
    'web/Chart.yaml:1'
  ],
  [
    'a path that leads out of the chart',
    'Error: parse error at (shop/../../secret.yaml:1): unclosed action\n',
    'web/Chart.yaml:1'
  ],
  [
    'values that are no YAML',
    'Error: cannot load values.yaml: error converting YAML to JSON: yaml: line 7: did not find expected key\n',
    'web/values.yaml:7'
  ],
  [
    'dependencies that are missing',
    'Error: An error occurred while checking for chart dependencies. You may need to run `helm dependency build` to fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: redis, other\n',
    'web/Chart.yaml:4'
  ],
  ['anything else', 'Error: something new\n', 'web/Chart.yaml:1']
]

describe('chartFailure', () => {
  const root = workspaceWith({
    'secret.yaml': '',
    'web/Chart.yaml': 'name: shop\nversion: 0.1.0\ndependencies:\n- name: redis\n  alias: cache\n',
    'web/values.yaml': '',
    'web/templates/pod.yaml': '',
    'web/charts/redis/Chart.yaml': 'name: redis\n',
    'web/charts/redis/templates/pod.yaml': ''
  })
  const workspace = Workspace.open(root)
  const chart = readChart(workspace, join(root, 'web'))
  if (chart === null) throw new Error('the chart of this test cannot be read')
  const values = readOwnValues(workspace, chart)

  test.each(failures)('%s', (_name, stderr, place) => {
    const { location, message } = chartFailure({ workspace, chart, values }, stderr)
    expect(`${location.file}:${location.line}`).toBe(place)
    expect(message).toMatch(
      /^Helm could not render the chart web, so its images are not judged: \w/
    )
    expect(message).not.toMatch(/Error: |--debug|\n/)
  })

  test('a long complaint is cut', () => {
    const { message } = chartFailure({ workspace, chart, values }, `Error: ${'long '.repeat(1000)}`)
    expect(message.length).toBeLessThan(600)
  })
})

import { describe, expect, test } from '@jest/globals'
import { describeWith } from '../binaries.ts'
import type { HelmRequest } from '../../../src/manifests/load-request.ts'
import { load, type Files } from '../workspace-files.ts'

const chart = (path: string, name: string): Files => ({
  [`${path}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n`,
  [`${path}/values.yaml`]: 'image: none.azurecr.io/x\ntag: "1"\n',
  [`${path}/templates/pod.yaml`]:
    'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n  - name: x\n    image: "{{ .Values.image }}:{{ .Values.tag }}"\n'
})

const files: Files = {
  ...chart('charts/a', 'alpha'),
  ...chart('charts/b', 'beta'),
  'prod/a.txt': 'image: a.azurecr.io/x\n',
  'prod/b.txt': 'image: b.azurecr.io/x\n'
}

const one = { valuesFiles: [], set: [], release: null }

describeWith('helm', 'two charts', () => {
  test.each<[string, Partial<HelmRequest>, readonly [string, string]]>([
    [
      'take each its own values file',
      { valuesFiles: ['charts/a:prod/a.txt', 'beta:prod/b.txt'] },
      ['a.azurecr.io/x:1', 'b.azurecr.io/x:1']
    ],
    [
      'take each its own values',
      { set: ['alpha:tag=2', './charts/b/:tag=3'] },
      ['none.azurecr.io/x:2', 'none.azurecr.io/x:3']
    ],
    [
      'take what names no chart, and their own over it',
      { set: ['alpha:tag=2', 'tag=3'] },
      ['none.azurecr.io/x:2', 'none.azurecr.io/x:3']
    ],
    [
      'take what the settings file says of each',
      {
        charts: {
          'charts/a/': { ...one, valuesFiles: ['prod/a.txt'] },
          beta: { ...one, set: ['tag=5'] }
        }
      },
      ['a.azurecr.io/x:1', 'none.azurecr.io/x:5']
    ],
    [
      'take what stands with CHART: over the settings file',
      { set: ['alpha:tag=7'], charts: { alpha: { ...one, set: ['tag=6'] } } },
      ['none.azurecr.io/x:7', 'none.azurecr.io/x:1']
    ]
  ])('%s', async (_name, helm, expected) => {
    const { uses, problems } = await load(files, {
      helm: { valuesFiles: [], set: [], releases: [], charts: {}, ...helm }
    })
    const pods = uses.filter(use => use.class === 'pod')
    expect(pods.map(({ image }) => image.text)).toEqual(expected)
    expect(problems).toEqual([])
  })

  test.each<[string, Partial<HelmRequest>]>([
    ['a value', { set: ['gamma:tag=2'] }],
    ['a release', { releases: ['gamma:web'] }],
    ['the settings file', { charts: { gamma: { ...one, set: ['tag=2'] } } }]
  ])('say so where %s names neither', async (_name, helm) => {
    const { uses, problems } = await load(files, {
      helm: { valuesFiles: [], set: [], releases: [], charts: {}, ...helm }
    })
    expect(uses.filter(use => use.class === 'pod')).toHaveLength(2)
    expect(problems).toMatchObject([
      { severity: 'note', message: expect.stringContaining("'gamma'"), unread: null }
    ])
  })
})

describe('a chart that nothing names', () => {
  test('is no trouble where no chart is checked', async () => {
    const { problems } = await load(
      { 'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: []}\n' },
      { helm: { valuesFiles: [], set: [], releases: [], charts: { web: one } } }
    )
    expect(problems).toEqual([])
  })
})

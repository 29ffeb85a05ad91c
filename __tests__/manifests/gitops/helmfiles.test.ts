import { expect, test } from '@jest/globals'
import { describeWith } from '../binaries.ts'
import { load, placesOf, type Files } from '../workspace-files.ts'

const chart: Files = {
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
  'charts/web/values.yaml': 'image: {repository: docker.io/library/nginx, tag: latest}\n',
  'charts/web/templates/web.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: {{ .Release.Name }}
spec:
  containers:
  - name: web
    image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
`
}

const release = (more: string, name = 'web'): string =>
  `releases:\n- name: ${name}\n  namespace: shop\n  chart: ../charts/web\n${more}`

const values = `  values:
  - image:
      repository: contoso.azurecr.io/shop/web
      tag: "3"
`

describeWith('helm', 'a chart of the repository, as a helmfile deploys it', () => {
  test.each<[name: string, files: Files, expected: readonly string[]]>([
    [
      'with values, at their lines',
      { 'deploy/helmfile.yaml': release(values) },
      ['deploy/helmfile.yaml:7 contoso.azurecr.io/shop/web:3 exact']
    ],
    [
      'with single values after the others',
      { 'deploy/helmfile.yaml': release(`${values}  set: [{name: image.tag, value: "4"}]\n`) },
      ['deploy/helmfile.yaml:7 contoso.azurecr.io/shop/web:4 exact']
    ],
    [
      'with a file of values',
      {
        'deploy/helmfile.yaml': release('  values: [web.yaml]\n'),
        'deploy/web.yaml': 'image: {repository: contoso.azurecr.io/shop/file}\n'
      },
      ['deploy/web.yaml:1 contoso.azurecr.io/shop/file:latest exact']
    ],
    [
      'of a folder of helmfiles, once for each release',
      {
        'helmfile.d/a.yaml': release(values, 'a'),
        'helmfile.d/b.yaml': release('', 'b')
      },
      [
        'helmfile.d/a.yaml:7 contoso.azurecr.io/shop/web:3 exact',
        'charts/web/values.yaml:1 docker.io/library/nginx:latest exact'
      ]
    ],
    [
      'that is not installed, as it is',
      { 'deploy/helmfile.yaml': release(`  installed: false\n${values}`) },
      ['charts/web/values.yaml:1 docker.io/library/nginx:latest exact']
    ]
  ])('%s', async (_name, files, expected) => {
    const manifests = await load({ ...chart, ...files })
    expect(placesOf(manifests)).toEqual(expected)
    expect(manifests.problems).toEqual([])
  })

  test('has the name and the namespace of the release', async () => {
    const { uses } = await load({ ...chart, 'deploy/helmfile.yaml': release(values, 'other') })
    expect(uses.map(({ workload: { namespace, name } }) => `${namespace}/${name}`)).toEqual([
      'shop/other'
    ])
  })

  test.each([
    ['  values: [none.yaml]\n', 'takes values that are not followed'],
    ['  values: [web.yaml.gotmpl]\n', 'takes values that are not followed'],
    ['  set: [{name: "a[0]", value: x}]\n', 'takes values that are not followed'],
    ['  secrets: [secrets.yaml]\n', 'has secrets, which is not followed'],
    [
      '  values: [{image: {tag: "{{ env `TAG` }}"}}]\n',
      'is written as a template, which is not followed'
    ]
  ])('%j leaves its images open, with the reason', async (more, expected) => {
    const { uses } = await load({ ...chart, 'deploy/helmfile.yaml': release(more) })
    expect(uses.map(({ overridden }) => overridden)).toEqual([
      `release web of deploy/helmfile.yaml ${expected}`
    ])
  })
})

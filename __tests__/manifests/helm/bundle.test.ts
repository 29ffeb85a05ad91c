import { describe, expect, test } from '@jest/globals'
import { load, placesOf, type Files } from '../workspace-files.ts'

const chart: Files = {
  'deploy/web/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 0.1.0\n',
  'deploy/web/values.yaml': 'image: contoso.azurecr.io/web:1\n',
  'deploy/web/templates/pod.yaml': `kind: Pod
spec:
  containers:
  - name: web
    image: {{ .Values.image }}
  - name: side
    image: contoso.azurecr.io/side:1
  - name: tagged
    image: fabrikam.azurecr.io/tagged:{{ .Values.tag }}
`
}

const bundle = (source: string): string => `---
# Source: ${source}
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web
    image: contoso.azurecr.io/web:1
  - name: side
    image: contoso.azurecr.io/side:1
  - name: tagged
    image: fabrikam.azurecr.io/tagged:7
`

const paths = ['.k8s-bake/baked.yaml']

const onBundle = [
  '.k8s-bake/baked.yaml:10 contoso.azurecr.io/web:1',
  '.k8s-bake/baked.yaml:12 contoso.azurecr.io/side:1',
  '.k8s-bake/baked.yaml:14 fabrikam.azurecr.io/tagged:7'
]

describe('output of helm template that is given as a file', () => {
  test('its images are brought back to the chart, as likely places', async () => {
    const files = { ...chart, '.k8s-bake/baked.yaml': bundle('shop/templates/pod.yaml') }
    const manifests = await load(files, { paths })
    expect(placesOf(manifests)).toEqual([
      'deploy/web/values.yaml:1 contoso.azurecr.io/web:1 likely',
      'deploy/web/templates/pod.yaml:7 contoso.azurecr.io/side:1 likely',
      'deploy/web/templates/pod.yaml:9 fabrikam.azurecr.io/tagged:7 likely'
    ])
    expect(manifests.uses[0]?.origin).toMatchObject({ renderer: 'chart', path: 'deploy/web' })
    expect(manifests.uses[0]?.related).toMatchObject([{ file: '.k8s-bake/baked.yaml', line: 10 }])
  })

  const unknown: readonly [string, string][] = [
    ['of a chart that is not in the workspace', 'other/templates/pod.yaml'],
    ['of a file that the chart does not have', 'shop/templates/missing.yaml'],
    ['that leads out of the chart', 'shop/../../.k8s-bake/baked.yaml']
  ]
  test.each(unknown)(
    'a comment %s leaves them on the line of the bundle',
    async (_name, source) => {
      const manifests = await load({ ...chart, '.k8s-bake/baked.yaml': bundle(source) }, { paths })
      expect(placesOf(manifests)).toEqual(onBundle)
    }
  )

  test('two charts of one name leave them there too', async () => {
    const copy = Object.fromEntries(
      Object.entries(chart).map(([path, text]) => [path.replace('deploy/', 'old/'), text])
    )
    const files = { ...chart, ...copy, '.k8s-bake/baked.yaml': bundle('shop/templates/pod.yaml') }
    expect(placesOf(await load(files, { paths }))).toEqual(onBundle)
  })
})

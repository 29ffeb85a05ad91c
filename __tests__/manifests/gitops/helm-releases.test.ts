import { expect, test } from '@jest/globals'
import { imageKey } from '../../../src/kubernetes/images/parsed-image.ts'
import { describeWith, worldWithTools, worldWithoutTools } from '../binaries.ts'
import { load, placesOf, type Files } from '../workspace-files.ts'

const chart: Files = {
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
  'charts/web/values.yaml': `image:
  registry: docker.io
  repository: library/nginx
  tag: latest
pullSecret: ""
`,
  'charts/web/templates/web.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: {{ .Release.Name }}
spec:
  {{- with .Values.pullSecret }}
  imagePullSecrets: [{name: {{ . }}}]
  {{- end }}
  containers:
  - name: web
    image: "{{ .Values.image.registry }}/{{ .Values.image.repository }}:{{ .Values.image.tag }}"
`
}

const release = (
  spec: string,
  name = 'web',
  version = 'v2'
): string => `apiVersion: helm.toolkit.fluxcd.io/${version}
kind: HelmRelease
metadata:
  name: ${name}
  namespace: apps
spec:
  chart:
    spec:
      chart: ./charts/web
      sourceRef: {kind: GitRepository, name: self}
${spec}`

const values = `  values:
    image:
      registry: contoso.azurecr.io
      repository: shop/web
      tag: "5"
`

const valuesText = `  values.yaml: |
    image:
      registry: contoso.azurecr.io
      repository: shop/map
      tag: "7"
`

const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: web-values
  namespace: apps
data:
${valuesText}`

const fromConfigMap = '  valuesFrom: [{kind: ConfigMap, name: web-values}]\n'

describeWith('helm', 'a chart of the repository, as HelmReleases deploy it', () => {
  test.each<[name: string, files: Files, expected: readonly string[]]>([
    [
      'with the values of the object, at their lines',
      { 'hr.yaml': release(values) },
      ['hr.yaml:13 contoso.azurecr.io/shop/web:5 exact']
    ],
    [
      'of a version before',
      { 'hr.yaml': release(values, 'web', 'v2beta2') },
      ['hr.yaml:13 contoso.azurecr.io/shop/web:5 exact']
    ],
    [
      'once for each object, whatever the chart says by itself',
      {
        'dev.yaml': release(values.replace('"5"', 'dev'), 'dev'),
        'prod.yaml': release(values, 'prod')
      },
      [
        'dev.yaml:13 contoso.azurecr.io/shop/web:dev exact',
        'prod.yaml:13 contoso.azurecr.io/shop/web:5 exact'
      ]
    ],
    [
      'with values in one line, anchors and numbers',
      {
        'hr.yaml': release(
          '  values: {image: {registry: &r contoso.azurecr.io, repository: shop/web, tag: 5}, other: *r}\n'
        )
      },
      ['hr.yaml:11 contoso.azurecr.io/shop/web:5 exact']
    ],
    [
      'with the values of a ConfigMap, at its lines',
      { 'hr.yaml': release(fromConfigMap), 'map.yaml': configMap },
      ['map.yaml:9 contoso.azurecr.io/shop/map:7 exact']
    ],
    [
      'whose own values win over those of a ConfigMap',
      {
        'hr.yaml': release(`${fromConfigMap}  values: {image: {tag: "8"}}\n`),
        'map.yaml': configMap
      },
      ['map.yaml:9 contoso.azurecr.io/shop/map:8 exact']
    ],
    [
      'with one value of a ConfigMap at a path',
      {
        'hr.yaml': release(
          `  valuesFrom: [{kind: ConfigMap, name: web-values, valuesKey: reg, targetPath: image.registry}]\n`
        ),
        'map.yaml': configMap.replace(valuesText, '  reg: contoso.azurecr.io\n')
      },
      ['map.yaml:7 contoso.azurecr.io/library/nginx:latest exact']
    ],
    [
      'with values files in the place of its own',
      {
        'hr.yaml': release('').replace(
          'chart: ./charts/web\n',
          'chart: ./charts/web\n      valuesFiles: [charts/web/values.yaml, prod/values.yaml]\n'
        ),
        'prod/values.yaml': 'image: {registry: contoso.azurecr.io, repository: shop/prod}\n'
      },
      ['prod/values.yaml:1 contoso.azurecr.io/shop/prod:latest exact']
    ],
    [
      'as post renderers leave it, at the lines of these',
      {
        'hr.yaml': release(`${values}  postRenderers:
  - kustomize:
      images:
      - name: contoso.azurecr.io/shop/web
        newName: contoso.azurecr.io/mirror/web
  - kustomize:
      patches:
      - target: {kind: Pod}
        patch: |
          - {op: add, path: /spec/initContainers, value: [{name: i, image: "contoso.azurecr.io/init:1"}]}
`)
      },
      [
        'hr.yaml:20 contoso.azurecr.io/mirror/web:5 exact',
        'hr.yaml:25 contoso.azurecr.io/init:1 exact'
      ]
    ],
    [
      'as post renderers leave it, at the values where these change nothing of the image',
      {
        'hr.yaml': release(`${values}  postRenderers:
  - kustomize:
      patches:
      - target: {kind: Pod}
        patch: |
          - {op: add, path: /spec/hostNetwork, value: true}
`)
      },
      ['hr.yaml:13 contoso.azurecr.io/shop/web:5 exact']
    ],
    [
      'by a HelmChart of its own',
      {
        'hr.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: web, namespace: apps}
spec:
  chartRef: {kind: HelmChart, name: web}
  values: {image: {registry: contoso.azurecr.io}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmChart
metadata: {name: web, namespace: apps}
spec:
  chart: charts/web
  sourceRef: {kind: GitRepository, name: self}
`
      },
      ['hr.yaml:6 contoso.azurecr.io/library/nginx:latest exact']
    ]
  ])('%s', async (_name, files, expected) => {
    const manifests = await load({ ...chart, ...files })
    expect(placesOf(manifests)).toEqual(expected)
    expect(manifests.problems).toEqual([])
  })

  test('names release and namespace as Flux does', async () => {
    const { uses } = await load({
      ...chart,
      'a.yaml': release(`${values}  targetNamespace: shop\n`, 'a'),
      'b.yaml': release(`${values}  releaseName: other\n`, 'b')
    })
    expect(uses.map(({ workload: { namespace, name } }) => `${namespace}/${name}`)).toEqual([
      'shop/shop-a',
      'apps/other'
    ])
  })

  test('takes what the user says for the last word', async () => {
    const { uses } = await load(
      { ...chart, 'hr.yaml': release(values) },
      { helm: { valuesFiles: [], set: ['image.tag=9'], releases: [], charts: {} } }
    )
    expect(uses.map(({ image }) => image.text)).toEqual(['contoso.azurecr.io/shop/web:9'])
  })

  test.each<[name: string, files: Files, expected: string]>([
    [
      'a Secret',
      { 'hr.yaml': release(`  valuesFrom: [{kind: Secret, name: hidden}]\n${values}`) },
      'HelmRelease web takes values from Secret hidden, which are not to be seen'
    ],
    [
      'a ConfigMap that is not there',
      { 'hr.yaml': release(`${fromConfigMap}${values}`) },
      'HelmRelease web takes values from ConfigMap web-values, which are not to be seen'
    ],
    [
      'a ConfigMap that holds no values',
      {
        'hr.yaml': release(`${fromConfigMap}${values}`),
        'map.yaml': configMap.replace(valuesText, '  values.yaml: "- 1"\n')
      },
      'HelmRelease web takes values from ConfigMap web-values, whose text is not understood'
    ],
    [
      'a values file that is not there',
      {
        'hr.yaml': release(values).replace(
          'chart: ./charts/web\n',
          'chart: ./charts/web\n      valuesFiles: [charts/web/values.yaml, ../../secret.yaml]\n'
        )
      },
      'HelmRelease web takes values from ../../secret.yaml, which is not there'
    ],
    [
      'post renderers of an older form',
      {
        'hr.yaml': release(
          `${values}  postRenderers: [{kustomize: {patchesStrategicMerge: [{kind: Pod}]}}]\n`
        )
      },
      'HelmRelease web has post renderers in a form that is not understood'
    ],
    [
      'post renderers that name files',
      {
        'hr.yaml': release(
          `${values}  postRenderers: [{kustomize: {patches: [{path: /etc/passwd}]}}]\n`
        )
      },
      'HelmRelease web has post renderers in a form that is not understood'
    ]
  ])('%s leaves its images open, with the reason', async (_name, files, expected) => {
    const { uses } = await load({ ...chart, ...files })
    expect(uses.map(({ overridden }) => overridden)).toEqual([expected])
  })

  test('post renderers that cannot be applied leave them unknown', async () => {
    const { uses, problems } = await load({
      ...chart,
      'hr.yaml': release(
        `${values}  postRenderers: [{kustomize: {patches: [{patch: "image: ["}]}}]\n`
      )
    })
    expect(problems.map(({ unread }) => unread)).toEqual(['not-rendered'])
    expect(uses.every(({ unrendered }) => unrendered === 'charts/web')).toBe(true)
  })
})

describeWith('kustomize', 'a HelmRelease that a kustomization changes', () => {
  const overlays: Files = {
    ...chart,
    'base/kustomization.yaml': 'resources: [hr.yaml]\n',
    'base/hr.yaml': release(values),
    'prod/kustomization.yaml': `resources: [../base]
patches:
- patch: |
    apiVersion: helm.toolkit.fluxcd.io/v2
    kind: HelmRelease
    metadata: {name: web, namespace: apps}
    spec:
      values:
        image:
          repository: shop/patched
`
  }

  test('is deployed as the kustomization leaves it', async () => {
    expect(placesOf(await load(overlays))).toEqual([
      'base/hr.yaml:13 contoso.azurecr.io/shop/patched:5 exact'
    ])
  })

  test('takes values from a generator', async () => {
    const manifests = await load({
      ...chart,
      'kustomization.yaml': `resources: [hr.yaml]
configMapGenerator:
- name: web-values
  namespace: apps
  files: [values.yaml=own.yaml]
generatorOptions: {disableNameSuffixHash: true}
`,
      'hr.yaml': release(fromConfigMap),
      'own.yaml': 'image: {registry: contoso.azurecr.io, repository: shop/generated}\n'
    })
    expect(manifests.uses.map(({ image }) => image.text)).toEqual([
      'contoso.azurecr.io/shop/generated:latest'
    ])
    expect(placesOf(manifests)[0]).toMatch(/^own\.yaml:1 /)
  })

  test('has the variables of the Flux object that deploys it filled in before Helm', async () => {
    const { uses } = await load({
      ...chart,
      'apps/hr.yaml': release(
        values.replace('contoso.azurecr.io', '${REG}').replace('"5"', '${TAG}')
      ),
      'flux.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  path: ./apps
  postBuild: {substitute: {REG: contoso.azurecr.io}}
`
    })
    const pods = uses.filter(use => use.class === 'pod')
    expect(pods.map(({ image }) => imageKey(image))).toEqual([
      'contoso.azurecr.io/shop/web:${TAG} contoso.azurecr.io shop/web  '
    ])
  })

  test('may be deployed otherwise where the kustomization does not build', async () => {
    const { uses } = await load({
      ...overlays,
      'prod/kustomization.yaml': `${overlays['prod/kustomization.yaml'] ?? ''}- patch: "["\n`
    })
    expect(uses.map(({ unbuilt }) => unbuilt)).toEqual(['prod'])
  })
})

test.each([
  ['without Helm', {}, worldWithoutTools],
  ['without rendering', { render: false }, worldWithTools]
])(
  '%s, what a HelmRelease sets of a chart of the repository is open',
  async (_name, request, world) => {
    const { uses } = await load({ ...chart, 'hr.yaml': release(values) }, request, world)
    expect(uses.map(({ location, unrendered }) => [location.file, unrendered])).toEqual([
      ['charts/web/values.yaml', 'charts/web'],
      ['hr.yaml', 'charts/web']
    ])
  }
)

test('where the repository of a chart stands is told by all files, whichever goes to the same clusters', async () => {
  const world = {
    ...worldWithTools,
    environment: { ...worldWithTools.environment, GITHUB_REPOSITORY: 'contoso/shop' }
  }
  const target = (manifests: string, number: number) => ({
    number,
    manifests: [manifests],
    choice: { clusters: ['prod'], subscriptions: [], fleets: [], tags: {} },
    valuesFiles: [],
    variables: {},
    namespace: null
  })
  const { parts } = await load(
    {
      ...chart,
      'apps/hr.yaml': release(values),
      'flux/source.yaml':
        'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: self}\nspec: {url: "https://github.com/contoso/other"}\n'
    },
    { targets: [target('apps', 1), target('flux', 2)] },
    world
  )
  const fields = parts
    ?.flatMap(({ uses }) => uses)
    .filter(use => use.location.file === 'apps/hr.yaml')
  expect(fields?.map(use => use.class)).toEqual(['field'])
})

import { expect, test } from '@jest/globals'
import { describeWith, worldWithoutTools } from '../binaries.ts'
import { load, placesOf, podWith, type Files } from '../workspace-files.ts'

const application = (spec: string, name = 'web'): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
spec:
  destination: {namespace: shop}
${spec}`

const chart: Files = {
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
  'charts/web/values.yaml': `image:
  repository: docker.io/library/nginx
  tag: latest
`,
  'charts/web/templates/web.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  containers:
  - name: web
    image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
`
}

const base: Files = {
  'apps/kustomization.yaml':
    'resources: [pod.yaml]\nimages: [{name: app, newName: contoso.azurecr.io/old, newTag: "1"}]\n',
  'apps/pod.yaml': podWith('app:1')
}

const podsOf = async (files: Files): Promise<readonly string[]> => {
  const manifests = await load(files)
  expect(manifests.problems).toEqual([])
  return placesOf({ ...manifests, uses: manifests.uses.filter(use => use.class === 'pod') })
}

describeWith('helm', 'a chart of the repository, as Applications deploy it', () => {
  test.each<[name: string, files: Files, expected: readonly string[]]>([
    [
      'with parameters, at their lines',
      {
        'app.yaml': application(`  source:
    path: charts/web
    helm:
      parameters:
      - {name: image.repository, value: contoso.azurecr.io/shop/web}
      - {name: image.tag, value: "20240101", forceString: true}
`)
      },
      ['app.yaml:11 contoso.azurecr.io/shop/web:20240101 exact']
    ],
    [
      'with values as a text',
      {
        'app.yaml': application(`  source:
    path: charts/web
    helm:
      values: |
        image:
          repository: contoso.azurecr.io/shop/text
`)
      },
      ['app.yaml:12 contoso.azurecr.io/shop/text:latest exact']
    ],
    [
      'with an object of values, which a parameter outdoes',
      {
        'app.yaml': application(`  source:
    path: charts/web
    helm:
      valuesObject:
        image: {repository: contoso.azurecr.io/shop/object, tag: "1"}
      parameters: [{name: image.tag, value: "2"}]
`)
      },
      ['app.yaml:11 contoso.azurecr.io/shop/object:2 exact']
    ],
    [
      'with value files beside the chart, from the root and of a source with a name',
      {
        'charts/web/prod.yaml': 'image: {repository: contoso.azurecr.io/shop/prod}\n',
        'values/tag.yaml': 'image: {tag: a}\n',
        'values/last.yaml': 'image: {tag: b}\n',
        'app.yaml': application(`  sources:
  - path: charts/web
    helm: {valueFiles: [prod.yaml, /values/tag.yaml, $values/values/last.yaml]}
  - ref: values
    repoURL: https://github.com/contoso/deploy.git
`)
      },
      ['charts/web/prod.yaml:1 contoso.azurecr.io/shop/prod:b exact']
    ],
    [
      'with parameters from files',
      {
        'charts/web/repository.txt': 'contoso.azurecr.io/shop/file',
        'app.yaml': application(`  source:
    path: charts/web
    helm: {fileParameters: [{name: image.repository, path: repository.txt}]}
`)
      },
      ['charts/web/repository.txt:1 contoso.azurecr.io/shop/file:latest exact']
    ],
    [
      'once for each',
      {
        'a.yaml': application(
          '  source: {path: charts/web, helm: {parameters: [{name: image.tag, value: a}]}}\n',
          'a'
        ),
        'b.yaml': application('  source: {path: charts/web}\n', 'b')
      },
      [
        'charts/web/values.yaml:2 docker.io/library/nginx:a exact',
        'charts/web/values.yaml:2 docker.io/library/nginx:latest exact'
      ]
    ]
  ])('%s', async (_name, files, expected) => {
    expect(await podsOf({ ...chart, ...files })).toEqual(expected)
  })

  test('names release and namespace as Argo CD does', async () => {
    const { uses } = await load({
      ...chart,
      'a.yaml': application('  source: {path: charts/web}\n', 'a'),
      'b.yaml': application('  source: {path: charts/web, helm: {releaseName: other}}\n', 'b')
    })
    expect(uses.map(({ workload: { namespace, name } }) => `${namespace}/${name}`)).toEqual([
      'shop/a',
      'shop/other'
    ])
  })

  test.each([
    ['valueFiles: [none.yaml]', 'takes values from none.yaml, which is not there'],
    [
      'valueFiles: [$other/x.yaml]',
      'takes values from $other/x.yaml, which is not in this repository'
    ],
    [
      'valueFiles: ["https://example.com/x.yaml"]',
      'takes values from https://example.com/x.yaml, which is not in this repository'
    ],
    ['values: "- 1"', 'has values that are not understood'],
    [
      'fileParameters: [{name: a, path: none}]',
      'takes the value a from none, which is not followed'
    ]
  ])('%s leaves its images open, with the reason', async (helm, expected) => {
    const { uses } = await load({
      ...chart,
      'app.yaml': application(`  source: {path: charts/web, helm: {${helm}}}\n`)
    })
    expect(uses.map(({ overridden }) => overridden)).toEqual([`Application web ${expected}`])
  })

  test('a set with a list makes one of each element', async () => {
    const files = {
      ...chart,
      'set.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: fleet}
spec:
  generators:
  - list:
      elements:
      - {env: dev, tag: a}
      - {env: prod, tag: b}
  template:
    metadata: {name: 'web-{{env}}'}
    spec:
      destination: {namespace: '{{env}}'}
      source:
        path: charts/web
        helm: {parameters: [{name: image.tag, value: '{{tag}}'}]}
`
    }
    const { uses } = await load(files)
    expect(
      uses.map(({ workload, image }) => `${workload.namespace}/${workload.name} ${image.text}`)
    ).toEqual(['dev/web-dev docker.io/library/nginx:a', 'prod/web-prod docker.io/library/nginx:b'])
  })
})

describeWith('kustomize', 'a kustomization, as Applications deploy it', () => {
  test.each<[name: string, spec: string, expected: readonly string[]]>([
    [
      'with images, at the part behind the equal sign',
      '  source:\n    path: apps\n    kustomize:\n      images:\n      - app=contoso.azurecr.io/app:2\n',
      ['app.yaml:11 contoso.azurecr.io/app:2 exact']
    ],
    [
      'with a tag alone, which takes the place of the entry for that name',
      '  source:\n    path: apps\n    kustomize:\n      images:\n      - app:3\n',
      ['app.yaml:11 app:3 exact']
    ],
    [
      'with patches',
      '  source:\n    path: apps\n    kustomize:\n      patches:\n      - target: {kind: Pod}\n        patch: |\n          - {op: replace, path: /spec/containers/0/image, value: "contoso.azurecr.io/p:1"}\n',
      ['app.yaml:13 contoso.azurecr.io/p:1 exact']
    ],
    [
      'as one of several sources',
      '  sources:\n  - {path: charts-not-there}\n  - path: apps\n    kustomize: {images: ["app=contoso.azurecr.io/app:2"], namePrefix: eu-}\n',
      ['app.yaml:10 contoso.azurecr.io/app:2 exact']
    ]
  ])('%s', async (_name, spec, expected) => {
    expect(await podsOf({ ...base, 'app.yaml': application(spec) })).toEqual(expected)
  })

  test('a set with directories makes one of each that lies there', async () => {
    const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: fleet}
spec:
  goTemplate: true
  generators:
  - git: {directories: [{path: 'envs/*'}, {path: envs/old, exclude: true}]}
  template:
    metadata: {name: '{{.path.basename}}'}
    spec:
      destination: {namespace: '{{.path.basename}}'}
      source:
        path: '{{.path.path}}'
        kustomize: {images: ['app=contoso.azurecr.io/{{.path.basename}}:1']}
`
    const env: Files = Object.fromEntries(
      ['dev', 'prod', 'old'].flatMap(name => [
        [`envs/${name}/kustomization.yaml`, 'resources: [pod.yaml]\n'],
        [`envs/${name}/pod.yaml`, podWith('app:1')]
      ])
    )
    expect(await podsOf({ ...env, 'set.yaml': set })).toEqual([
      'envs/old/pod.yaml:8 app:1 exact',
      'set.yaml:14 contoso.azurecr.io/dev:1 exact',
      'set.yaml:14 contoso.azurecr.io/prod:1 exact'
    ])
  })

  test.each([
    ['matrix: {generators: []}', "'apps'"],
    ['clusters: {}', "'{{name}}'"],
    ['list: {elements: [{name: apps}]}', "'{{name | lower}}'"]
  ])('a set with %s, and the path %s, leaves open what it may replace', async (generator, path) => {
    const { uses, problems } = await load({
      ...base,
      'set.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: fleet}
spec:
  generators: [{${generator}}]
  template:
    metadata: {name: web}
    spec:
      destination: {namespace: web}
      source: {path: ${path}, kustomize: {namePrefix: a-}}
`
    })
    const pods = uses.filter(use => use.class === 'pod')
    expect(pods.map(({ overridden }) => overridden?.slice(0, 41))).toEqual([
      'ApplicationSet fleet makes Applications b'
    ])
    expect(problems.map(({ unread }) => unread)).toEqual(['not-rendered'])
  })
})

test.each<
  [name: string, files: Files, expected: readonly (readonly [string, number, string | null])[]]
>([
  [
    'what a parameter sets in the place of values is judged with it',
    {
      'app.yaml': application(`  source:
    repoURL: https://charts.example.com
    chart: web
    helm:
      valuesObject: {image: {repository: contoso.azurecr.io/object, tag: "1"}}
      parameters: [{name: image.tag, value: "2"}]
`)
    },
    [['contoso.azurecr.io/object:2', 11, null]]
  ],
  [
    'what comes before values of another repository is open',
    {
      'base.yaml': 'image: {repository: contoso.azurecr.io/base, tag: "1"}\n',
      'app.yaml': application(`  sources:
  - repoURL: https://charts.example.com
    chart: web
    helm: {valueFiles: [$own/base.yaml, $other/prod.yaml]}
  - {ref: own, repoURL: https://github.com/contoso/deploy}
`)
    },
    [
      [
        'contoso.azurecr.io/base:1',
        1,
        'Application web takes values from $other/prod.yaml, which is not in this repository'
      ]
    ]
  ]
])('of a chart elsewhere, %s', async (_name, files, expected) => {
  const { uses } = await load(files, {}, worldWithoutTools)
  const fields = uses.filter(use => use.class === 'field')
  expect(
    fields.map(({ image, location, overridden }) => [image.text, location.line, overridden])
  ).toEqual(expected)
})

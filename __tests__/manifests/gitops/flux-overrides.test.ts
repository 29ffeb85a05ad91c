import { expect, test } from '@jest/globals'
import { imageKey } from '../../../src/kubernetes/images/parsed-image.ts'
import { describeWith, worldWithoutTools } from '../binaries.ts'
import { load, placesOf, podWith, problemLine, type Files } from '../workspace-files.ts'

const fluxIn = (path: string, spec: string): string => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  path: ${path}
${spec}`

const base: Files = {
  'apps/kustomization.yaml': 'resources: [pod.yaml]\n',
  'apps/pod.yaml': podWith('app:1')
}

const renamed: Files = {
  ...base,
  'apps/kustomization.yaml': `resources: [pod.yaml]
images:
- name: app
  newName: contoso.azurecr.io/old
- name: other
  newName: contoso.azurecr.io/other
`
}

const images = `  images:
  - name: app
    newName: contoso.azurecr.io/app
    newTag: "2"
`

describeWith('kustomize', 'what Flux makes of a path', () => {
  test.each<[name: string, files: Files, expected: readonly string[]]>([
    [
      'images point to the line of the Flux object',
      { ...base, 'flux.yaml': fluxIn('./apps', images) },
      ['flux.yaml:10 contoso.azurecr.io/app:2 exact']
    ],
    [
      'an entry takes the place of the one for the same name, which therefore renames nothing',
      { ...renamed, 'flux.yaml': fluxIn('./apps', images) },
      ['flux.yaml:10 contoso.azurecr.io/app:2 exact']
    ],
    [
      'entries for other names stay',
      {
        ...renamed,
        'apps/pod.yaml': podWith('app:1', 'other:1'),
        'flux.yaml': fluxIn('./apps', images)
      },
      [
        'flux.yaml:10 contoso.azurecr.io/app:2 exact',
        'apps/kustomization.yaml:6 contoso.azurecr.io/other:1 exact'
      ]
    ],
    [
      'a path without a kustomization has all its files, and those of kustomizations below',
      {
        'apps/a/pod.yaml': podWith('app:1'),
        'apps/b/kustomization.yaml': 'resources: [pod.yaml]\nnamePrefix: b-\n',
        'apps/b/pod.yaml': podWith('app:7'),
        'flux.yaml': fluxIn('./apps', images)
      },
      ['flux.yaml:10 contoso.azurecr.io/app:2 exact', 'flux.yaml:10 contoso.azurecr.io/app:2 exact']
    ],
    [
      'a patch of the Flux object is the place of what it writes',
      {
        ...base,
        'flux.yaml': fluxIn(
          './apps',
          `  patches:
  - patch: |
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: c0
          image: contoso.azurecr.io/patched:1
`
        )
      },
      ['flux.yaml:16 contoso.azurecr.io/patched:1 exact']
    ],
    [
      'its patches come before the images of the kustomization',
      {
        ...renamed,
        'flux.yaml': fluxIn(
          './apps',
          `  patches:
  - target: {kind: Pod}
    patch: |
      - {op: replace, path: /spec/containers/0/image, value: "other:3"}
`
        )
      },
      ['apps/kustomization.yaml:6 contoso.azurecr.io/other:3 exact']
    ],
    [
      'components are looked for from the path',
      {
        ...base,
        'parts/kustomization.yaml':
          'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n- {name: app, newName: contoso.azurecr.io/part}\n',
        'flux.yaml': fluxIn('./apps', '  components: [../parts]\n')
      },
      ['parts/kustomization.yaml:4 contoso.azurecr.io/part:1 exact']
    ],
    [
      'a path that two objects deploy is built for each',
      {
        ...base,
        'dev.yaml': fluxIn('./apps', ''),
        'prod.yaml': fluxIn('./apps', images)
      },
      ['prod.yaml:10 contoso.azurecr.io/app:2 exact', 'apps/pod.yaml:8 app:1 exact']
    ],
    [
      'variables are filled in after images',
      {
        ...base,
        'flux.yaml': fluxIn(
          './apps',
          `  images: [{name: app, newName: "contoso.azurecr.io/\${NAME}"}]
  postBuild: {substitute: {NAME: web}}
`
        )
      },
      ['flux.yaml:8 contoso.azurecr.io/${NAME}:1 exact']
    ]
  ])('%s', async (_name, files, expected) => {
    const manifests = await load(files)
    const pods = manifests.uses.filter(use => use.class === 'pod')
    expect(placesOf({ ...manifests, uses: pods })).toEqual(expected)
    expect(manifests.problems.map(problemLine)).toEqual([])
  })

  test('each build has the namespace and the variables of its own object', async () => {
    const spec = (name: string): string =>
      `  targetNamespace: ${name}\n  postBuild: {substitute: {TAG: ${name}}}\n${images}`
    const { uses } = await load({
      'apps/kustomization.yaml': 'resources: [pod.yaml]\n',
      'apps/pod.yaml': podWith('side:${TAG}'),
      'dev.yaml': fluxIn('./apps', spec('dev')),
      'prod.yaml': fluxIn('./apps', spec('prod'))
    })
    const pods = uses.filter(use => use.class === 'pod')
    expect(pods.map(({ image, workload }) => [workload.namespace, imageKey(image)])).toEqual([
      ['dev', 'side:${TAG} docker.io library/side dev '],
      ['prod', 'side:${TAG} docker.io library/side prod ']
    ])
  })

  test('a path that more objects deploy than any fleet has is built so often and no more', async () => {
    const objects = Array.from({ length: 52 }, (_, index) =>
      fluxIn('./apps', `  targetNamespace: n${index}\n${index === 0 ? images : ''}`)
    )
    const { problems } = await load(
      { ...base, 'flux.yaml': objects.join('---\n') },
      {},
      worldWithoutTools
    )
    expect(problems.map(({ message }) => message)).toContain(
      'GitOps objects deploy this file in more than 50 ways, and only so many were judged'
    )
  })

  test('prefix and suffix part a pod from an account that is not in the path', async () => {
    const { uses } = await load({
      ...base,
      'flux.yaml': fluxIn('./apps', '  namePrefix: eu-\n  nameSuffix: -blue\n')
    })
    expect(uses.map(({ workload }) => workload.name)).toContain('eu-web-blue')
  })

  test.each<[name: string, files: Files]>([
    [
      'a patch that kustomize cannot apply',
      {
        'flux.yaml': fluxIn('./apps', '  patches:\n  - {patch: "image: [", target: {kind: Pod}}\n')
      }
    ],
    [
      'a patch in an older form, which is no text',
      { 'flux.yaml': fluxIn('./apps', '  patchesStrategicMerge:\n  - {kind: Pod}\n') }
    ],
    [
      'a component that is not there',
      { 'flux.yaml': fluxIn('./apps', '  components: [../none]\n') }
    ],
    [
      'a component outside of the workspace',
      { 'flux.yaml': fluxIn('./apps', '  components: [../../../../../../../../etc]\n') }
    ]
  ])('%s leaves the images of the path open', async (_name, files) => {
    const { uses, problems } = await load({ ...base, ...files })
    const pods = uses.filter(use => use.class === 'pod')
    expect(pods.map(({ image, unbuilt }) => [image.text, unbuilt === null])).toEqual([
      ['app:1', false]
    ])
    expect(problems.map(({ unread }) => unread)).toContain('not-rendered')
  })
})

test.each<[name: string, request: object, files: Files, expected: readonly (string | null)[]]>([
  ['images', {}, { 'flux.yaml': fluxIn('./apps', images) }, ['apps', null]],
  [
    'images of which one deployment has none',
    {},
    { 'flux.yaml': fluxIn('./apps', images), 'dev.yaml': fluxIn('./apps', '') },
    [null, null]
  ],
  [
    'images, without rendering',
    { render: false },
    { 'flux.yaml': fluxIn('./apps', images) },
    ['apps', null]
  ],
  [
    'patches of images, of a path without a kustomization',
    {},
    {
      'plain/pod.yaml': podWith('app:1', 'side:1'),
      'flux.yaml': fluxIn('./plain', '  patches: [{patch: "spec: {containers: [{image: x}]}"}]\n')
    },
    [null, null, 'plain', 'plain']
  ]
])(
  'without kustomize, %s leave open what they may replace',
  async (_name, request, files, expected) => {
    const { uses } = await load(
      { ...base, 'apps/pod.yaml': podWith('app:1', 'side:1'), ...files },
      request,
      worldWithoutTools
    )
    const pods = uses.filter(use => use.class === 'pod')
    expect(pods.map(({ unbuilt }) => unbuilt)).toEqual(expected)
  }
)

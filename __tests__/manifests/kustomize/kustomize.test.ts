import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { loadManifests } from '../../../src/manifests/load.ts'
import { describeWith, worldWithTools } from '../binaries.ts'
import { gitServer } from './git-server.ts'
import {
  load,
  placesOf,
  podWith,
  problemLine,
  requestFor,
  workspaceWith,
  writeFile,
  type Files
} from '../workspace-files.ts'

const digest = `sha256:${'a'.repeat(64)}`

/** A base of three objects and an overlay that names, retags, pins and patches. */
const acceptance: Files = {
  'base/kustomization.yaml': `resources:
- deployments.yaml
- workflow.yaml
`,
  'base/deployments.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      initContainers:
      - name: init
        image: init
      containers:
      - name: web
        image: app # {"$imagepolicy": "flux-system:app"}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: second
spec:
  template:
    spec:
      containers:
      - name: s
        image: app:old
`,
  'base/workflow.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: wf
spec:
  templates:
  - name: a
    container: {image: app}
  - name: b
    script: {image: app}
  - name: c
    initContainers:
    - {name: z, image: app}
`,
  'overlay/kustomization.yaml': `namePrefix: p-
resources:
- ../base
images:
- name: app
  newName: contoso.azurecr.io/app
  newTag: "2"
- name: init
  newName: contoso.azurecr.io/init
  digest: ${digest}
patches:
- target: {kind: Deployment, name: second}
  patch: |-
    - op: add
      path: /spec/template/spec/containers/-
      value:
        name: patched
        image: contoso2.azurecr.io/p:1
`
}

describeWith('kustomize', 'an overlay, built by kustomize', () => {
  test('each image points to the place that a person edits', async () => {
    const { uses, problems } = await load(acceptance)
    const table = uses.map(({ workload, container, image, location, origin }) => [
      `${workload.name}/${container?.name ?? ''}`,
      image.text,
      `${location.file}:${location.line}:${location.column}`,
      origin?.confidence
    ])
    expect(new Set(table)).toEqual(
      new Set([
        ['p-web/web', 'contoso.azurecr.io/app:2', 'overlay/kustomization.yaml:6:12', 'exact'],
        ['p-second/s', 'contoso.azurecr.io/app:2', 'overlay/kustomization.yaml:6:12', 'exact'],
        ['p-wf/z', 'contoso.azurecr.io/app:2', 'overlay/kustomization.yaml:6:12', 'exact'],
        [
          'p-web/init',
          `contoso.azurecr.io/init@${digest}`,
          'overlay/kustomization.yaml:9:12',
          'exact'
        ],
        [
          'p-second/patched',
          'contoso2.azurecr.io/p:1',
          'overlay/kustomization.yaml:18:16',
          'exact'
        ],
        ['p-wf/', 'app', 'base/workflow.yaml:8:24', 'exact'],
        ['p-wf/', 'app', 'base/workflow.yaml:10:21', 'exact']
      ])
    )
    expect(problems).toEqual([])
  })

  test('the base is not reported by itself', async () => {
    const { uses } = await load(acceptance, { paths: ['overlay', 'base'] })
    expect(uses.every(({ origin }) => origin?.path === 'overlay')).toBe(true)
  })

  test('a base that is named alone is built alone', async () => {
    const manifests = await load(acceptance, { paths: ['base'] })
    expect(placesOf(manifests)).toContain('base/deployments.yaml:13 app exact')
  })

  test('the place in the base is the next to look at', async () => {
    const { uses } = await load(acceptance)
    const web = uses.find(({ container }) => container?.name === 'web')
    expect(web?.related).toEqual([
      { file: 'base/deployments.yaml', line: 13, column: 16, endLine: 13, endColumn: 19 }
    ])
  })
})

const base: Files = {
  'base/kustomization.yaml': 'resources: [pod.yaml]\n',
  'base/pod.yaml': podWith('app:1', 'contoso.azurecr.io/side:1')
}

const scriptMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: script}\ndata:\n'
const pullingTwice =
  '  run.sh: |\n    pull contoso.azurecr.io/a:1\n    echo\n    pull contoso.azurecr.io/a:1\n'
const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ')

const mapped: readonly [string, Files, readonly string[]][] = [
  [
    'an image that no kustomization touches stays on its line',
    base,
    ['base/pod.yaml:8 app:1 exact', 'base/pod.yaml:10 contoso.azurecr.io/side:1 exact']
  ],
  [
    'newTag is pointed to where no newName is',
    {
      ...base,
      'prod/kustomization.yaml': 'resources: [../base]\nimages:\n- name: app\n  newTag: "2"\n'
    },
    ['prod/kustomization.yaml:4 app:2 exact', 'base/pod.yaml:10 contoso.azurecr.io/side:1 exact']
  ],
  [
    'of two overlays the last that changes the image is pointed to',
    {
      ...base,
      'middle/kustomization.yaml':
        'resources: [../base]\nimages:\n- name: app\n  newName: contoso.azurecr.io/app\n',
      'prod/kustomization.yaml':
        'resources: [../middle]\nimages:\n- name: contoso.azurecr.io/app\n  newName: fabrikam.azurecr.io/app\n'
    },
    [
      'prod/kustomization.yaml:4 fabrikam.azurecr.io/app:1 exact',
      'base/pod.yaml:10 contoso.azurecr.io/side:1 exact'
    ]
  ],
  [
    'a component transforms what its overlay includes',
    {
      ...base,
      'mirror/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
images:
- name: app
  newName: contoso.azurecr.io/app
`,
      'prod/kustomization.yaml': 'resources: [../base]\ncomponents: [../mirror]\n'
    },
    [
      'mirror/kustomization.yaml:5 contoso.azurecr.io/app:1 exact',
      'base/pod.yaml:10 contoso.azurecr.io/side:1 exact'
    ]
  ],
  [
    'a strategic merge patch in a file is pointed to',
    {
      ...base,
      'prod/kustomization.yaml': 'resources: [../base]\npatches:\n- path: patch.yaml\n',
      'prod/patch.yaml': `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: c0
    image: contoso.azurecr.io/patched:1
`
    },
    [
      'prod/patch.yaml:7 contoso.azurecr.io/patched:1 exact',
      'base/pod.yaml:10 contoso.azurecr.io/side:1 exact'
    ]
  ],
  [
    'a patch whose image is then renamed points to the entry that renames it',
    {
      ...base,
      'prod/kustomization.yaml': `resources: [../base]
patches:
- target: {kind: Pod}
  patch: |
    - op: replace
      path: /spec/containers/0/image
      value: tool:3
images:
- name: tool
  newName: contoso.azurecr.io/tool
`
    },
    [
      'prod/kustomization.yaml:10 contoso.azurecr.io/tool:3 exact',
      'base/pod.yaml:10 contoso.azurecr.io/side:1 exact'
    ]
  ],
  [
    'a replacement is only likely to be understood',
    {
      ...base,
      'prod/kustomization.yaml': `resources: [../base, settings.yaml]
replacements:
- source: {kind: ConfigMap, name: settings, fieldPath: data.image}
  targets:
  - select: {kind: Pod}
    fieldPaths: [spec.containers.0.image]
`,
      'prod/settings.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data:
  image: contoso.azurecr.io/chosen:1
`
    },
    [
      'prod/settings.yaml:5 contoso.azurecr.io/chosen:1 exact',
      'prod/settings.yaml:5 contoso.azurecr.io/chosen:1 likely',
      'base/pod.yaml:10 contoso.azurecr.io/side:1 exact'
    ]
  ],
  [
    'text from a generator points to the line of its input',
    {
      'kustomization.yaml': 'configMapGenerator:\n- name: settings\n  envs: [settings.env]\n',
      'settings.env': 'LEVEL=info\nREGISTRY=contoso.azurecr.io/app\n'
    },
    ['settings.env:2 contoso.azurecr.io/app likely']
  ],
  [
    'a mention inside of a block of text points to its own line',
    {
      'kustomization.yaml': 'resources: [map.yaml]\n',
      'map.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: script}
data:
  run.sh: |
    echo start
    pull contoso.azurecr.io/one:1
    pull contoso.azurecr.io/two:1
`
    },
    ['map.yaml:7 contoso.azurecr.io/one:1 exact', 'map.yaml:8 contoso.azurecr.io/two:1 exact']
  ],
  [
    'so does one in a block that a patch in a file writes, however often it says the same',
    {
      'base/kustomization.yaml': 'resources: [map.yaml]\n',
      'base/map.yaml': `${scriptMap}  run.sh: ""\n`,
      'prod/kustomization.yaml': 'resources: [../base]\npatches:\n- path: patch.yaml\n',
      'prod/patch.yaml': `${scriptMap}${pullingTwice}`
    },
    [
      'prod/patch.yaml:6 contoso.azurecr.io/a:1 exact',
      'prod/patch.yaml:8 contoso.azurecr.io/a:1 exact'
    ]
  ],
  [
    'so does one in a block that an inline patch writes',
    {
      'base/kustomization.yaml': 'resources: [map.yaml]\n',
      'base/map.yaml': `${scriptMap}  run.sh: ""\n`,
      'prod/kustomization.yaml': `resources: [../base]\npatches:\n- patch: |\n${indented(`${scriptMap}${pullingTwice.replace('|', '|-')}`)}`
    },
    [
      'prod/kustomization.yaml:9 contoso.azurecr.io/a:1 exact',
      'prod/kustomization.yaml:11 contoso.azurecr.io/a:1 exact'
    ]
  ],
  [
    'so does one that a generator reads from a file twice',
    {
      'kustomization.yaml': 'configMapGenerator:\n- name: settings\n  files: [run.sh]\n',
      'run.sh': 'pull contoso.azurecr.io/a:1\necho\npull contoso.azurecr.io/a:1\n'
    },
    ['run.sh:1 contoso.azurecr.io/a:1 likely', 'run.sh:3 contoso.azurecr.io/a:1 likely']
  ]
]

describeWith('kustomize', 'the source of what kustomize builds', () => {
  test.each(mapped)('%s', async (_name, files, expected) => {
    const manifests = await load(files)
    expect([...placesOf(manifests)].sort()).toEqual([...expected].sort())
    expect(manifests.problems).toEqual([])
  })

  test('two overlays of one base report its unchanged image once for each workload', async () => {
    const overlay = 'resources: [../base]\n'
    const files = { ...base, 'a/kustomization.yaml': overlay, 'b/kustomization.yaml': overlay }
    expect(placesOf(await load(files))).toHaveLength(2)
    const named = { ...files, 'b/kustomization.yaml': `${overlay}namePrefix: b-\n` }
    expect(placesOf(await load(named))).toHaveLength(4)
  })

  test('a manifest beside the kustomization that it does not include is read by itself', async () => {
    const manifests = await load({ ...base, 'base/extra.yaml': podWith('extra:1') })
    expect(placesOf(manifests)).toContain('base/extra.yaml:8 extra:1')
  })

  test('a component that nothing includes is not built, and its files are read', async () => {
    const manifests = await load({
      'kustomization.yaml': 'kind: Component\nresources: [pod.yaml]\n',
      'pod.yaml': podWith('app:1')
    })
    expect(placesOf(manifests)).toEqual(['pod.yaml:8 app:1'])
  })

  test('service accounts and secrets are found at their own lines, without our annotations', async () => {
    const { serviceAccounts } = await load({
      'kustomization.yaml': 'resources: [account.yaml]\nnamePrefix: p-\n',
      'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: puller
imagePullSecrets: [{name: one}]
`
    })
    expect(serviceAccounts).toMatchObject([
      { name: 'p-puller', annotations: {}, location: { file: 'account.yaml', line: 4 } }
    ])
  })

  test('a remote base that is allowed is fetched, and its images point to the line that names it', async () => {
    const place = workspaceWith({
      'remote/base/kustomization.yaml': 'resources: [pod.yaml]\n',
      'remote/base/pod.yaml': podWith('contoso.azurecr.io/app:1')
    })
    const remote = join(place, 'remote')
    const git = (...parameters: readonly string[]) =>
      execFileSync('git', [
        '-C',
        remote,
        '-c',
        'user.name=t',
        '-c',
        'user.email=t@contoso.example',
        ...parameters
      ])
    git('init', '--quiet', '--initial-branch', 'main')
    git('add', '.')
    git('commit', '--quiet', '--message', 'base')
    const { server, url } = await gitServer(place)
    const files = { 'kustomization.yaml': `resources:\n- ${url}/remote/.git//base?ref=main\n` }
    const manifests = await load(files, { remoteBases: true })
    server.close()
    expect(manifests.problems).toEqual([])
    expect(placesOf(manifests)).toEqual(['kustomization.yaml:2 contoso.azurecr.io/app:1 likely'])
  })

  test('of objects with one name the one in the same namespace is the source', async () => {
    const pod = (namespace: string, image: string) =>
      podWith(image).replace('name: web', `name: web\n  namespace: ${namespace}`)
    const manifests = await load({
      'kustomization.yaml': 'resources: [pods.yaml]\n',
      'pods.yaml': `${pod('a', 'a:1')}---\n${pod('b', 'b:1')}`
    })
    expect(placesOf(manifests)).toEqual(['pods.yaml:9 a:1 exact', 'pods.yaml:19 b:1 exact'])
  })

  test('paths are taken from the real directory of a base that a link leads to', async () => {
    const workspace = workspaceWith({
      'deploy/kustomization.yaml': 'resources: [link]\n',
      'deploy/pod.yaml': podWith('wrong:1'),
      'shared/base/kustomization.yaml': 'resources: [../pod.yaml]\n',
      'shared/pod.yaml': podWith('right:1')
    })
    symlinkSync('../shared/base', join(workspace, 'deploy/link'))
    const manifests = await loadManifests(requestFor(workspace), worldWithTools)
    expect(manifests.problems).toEqual([])
    expect(placesOf(manifests)).toContain('shared/pod.yaml:8 right:1 likely')
  })

  test('a kustomization that only a link leads to is built', async () => {
    const workspace = workspaceWith({
      'deploy/readme.yaml': '',
      'shared/kustomization.yaml': 'resources: [pod.yaml]\nimages: [{name: app, newTag: "2"}]\n',
      'shared/pod.yaml': podWith('app:1')
    })
    symlinkSync('../shared', join(workspace, 'deploy/link'))
    const request = requestFor(workspace, { paths: ['deploy'] })
    const manifests = await loadManifests(request, worldWithTools)
    expect(placesOf(manifests)).toEqual(['shared/kustomization.yaml:2 app:2 exact'])
  })

  test('files shared across directories are built as Flux does', async () => {
    const manifests = await load({
      'shared/pod.yaml': podWith('app:1'),
      'prod/kustomization.yaml': 'resources: [../shared/pod.yaml]\n'
    })
    expect(placesOf(manifests)).toEqual(['shared/pod.yaml:8 app:1 exact'])
  })
})

const remote = 'https://contoso.example/app.yaml'

/** The files beside `pod.yaml`, where the remote parts stand, and where the images are that were built all the same. */
const leftOut: readonly [string, Files, readonly string[], readonly string[]][] = [
  [
    'a remote base',
    { 'kustomization.yaml': 'resources:\n- pod.yaml\n- github.com/contoso/deploy//base?ref=v1\n' },
    ['kustomization.yaml:3'],
    ['pod.yaml:8 app:1 exact']
  ],
  [
    'a resource by URL, in brackets and quotes',
    { 'kustomization.yaml': `resources: [pod.yaml, "${remote}", '${remote}?two']\n` },
    ['kustomization.yaml:1'],
    ['pod.yaml:8 app:1 exact']
  ],
  [
    'a resource by URL, named twice by an alias',
    { 'kustomization.yaml': `resources: [pod.yaml, &url "${remote}"]\nbases: [*url]\n` },
    ['kustomization.yaml:1'],
    ['pod.yaml:8 app:1 exact']
  ],
  [
    'a remote base in the old field',
    {
      'kustomization.yaml':
        'resources: [pod.yaml]\nbases:\n- git::https://contoso.example/deploy.git\n'
    },
    ['kustomization.yaml:3'],
    ['pod.yaml:8 app:1 exact']
  ],
  [
    'a remote base under overlays that set the image and patch it',
    {
      'base/kustomization.yaml': `resources: [../pod.yaml, "${remote}"]\n`,
      'one/kustomization.yaml': 'resources: [../base]\nimages:\n- name: app\n  newTag: "2"\n',
      'two/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n',
      'two/patch.yaml': podWith('app:3')
    },
    ['base/kustomization.yaml:1'],
    ['one/kustomization.yaml:4 app:2 exact', 'two/patch.yaml:8 app:3 exact']
  ],
  [
    'beside generators with files of their own',
    {
      'kustomization.yaml': `resources: [pod.yaml, "${remote}"]\nconfigMapGenerator:\n- name: settings\n  files: [settings/a.txt]\n`,
      'settings/a.txt': 'a: 1\n'
    },
    ['kustomization.yaml:1'],
    ['pod.yaml:8 app:1 exact']
  ]
]

describeWith('kustomize', 'what would come from the network', () => {
  test.each(leftOut)(
    '%s is left out and told, and all else is built',
    async (_name, files, parts, images) => {
      const manifests = await load({ ...files, 'pod.yaml': podWith('app:1') })
      expect(manifests.problems.map(problemLine)).toEqual(
        parts.map(place => `${place} unknown render-failed`)
      )
      expect(manifests.problems[0]?.message).toMatch(
        /would be taken from the network, so what that brings to the kustomization .* is not judged/
      )
      expect(placesOf(manifests)).toEqual(images)
    }
  )
})

const refused: readonly [string, Files, string, RegExp][] = [
  [
    'a patch from the network',
    { 'kustomization.yaml': `resources: [pod.yaml]\npatches:\n- path: ${remote}\n` },
    'kustomization.yaml:3',
    /would be taken from the network, and without that the kustomization \. cannot be built/
  ],
  [
    'a component from the network, which may change every image',
    {
      'kustomization.yaml':
        'resources: [pod.yaml]\ncomponents:\n- git::https://contoso.example/part.git\n'
    },
    'kustomization.yaml:3',
    /would be taken from the network, and without that the kustomization \. cannot be built/
  ],
  [
    'a patch for an object of a remote base',
    {
      'kustomization.yaml': `resources: [pod.yaml, "${remote}"]\npatches:\n- path: patch.yaml\n`,
      'patch.yaml': podWith('app:3').replace('name: web', 'name: of-the-base')
    },
    'kustomization.yaml:1',
    /would be taken from the network, and without that the kustomization \. cannot be built/
  ],
  [
    'a path that leaves the workspace',
    { 'kustomization.yaml': 'resources:\n- pod.yaml\n- ../../elsewhere\n' },
    'kustomization.yaml:3',
    /lies outside the workspace/
  ],
  [
    'a chart to inflate',
    { 'kustomization.yaml': 'resources: [pod.yaml]\nhelmCharts:\n- name: cache\n' },
    'kustomization.yaml:3',
    /--enable-helm/
  ],
  [
    'a resource that is missing',
    { 'kustomization.yaml': 'resources:\n- pod.yaml\n- missing.yaml\n' },
    'kustomization.yaml:3',
    /kustomize could not build \., .*: .*missing\.yaml: no such file/
  ],
  [
    'a circle',
    {
      'kustomization.yaml': 'resources: [pod.yaml, other]\n',
      'other/kustomization.yaml': 'resources: [..]\n'
    },
    'other/kustomization.yaml:1',
    /cycle/
  ],
  [
    'a function to execute',
    {
      'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [function.yaml]\n',
      'function.yaml': `apiVersion: contoso.example/v1
kind: Run
metadata:
  name: run
  annotations:
    config.kubernetes.io/function: "exec: {path: ./run.sh}"
`,
      'run.sh': '#!/bin/sh\ntouch ran\n'
    },
    'function.yaml:1',
    /uses the plugin Run, for which kustomize runs another program/
  ]
]

describeWith('kustomize', 'a kustomization that cannot be built', () => {
  test.each(refused)(
    '%s is told at its line, and the plain files are read',
    async (_name, files, place, message) => {
      const manifests = await load({ ...files, 'pod.yaml': podWith('app:1') })
      const problems = manifests.problems.filter(({ check }) => check === 'render-failed')
      expect(problems.map(problemLine)).toEqual([`${place} unknown render-failed`])
      expect(problems[0]?.message).toMatch(message)
      expect(placesOf(manifests)).toContain('pod.yaml:8 app:1')
    }
  )
})

test('where nothing is built, a patch that an alias names may change the image of its pod', async () => {
  const manifests = await load(
    {
      'kustomization.yaml':
        'resources: [pod.yaml]\ncommonAnnotations: {file: &file patch.yaml}\npatches: [{path: *file}]\n',
      'pod.yaml': podWith('app:1'),
      'patch.yaml': podWith('app:2')
    },
    { render: false }
  )
  const pod = manifests.uses.find(({ image }) => image.text === 'app:1')
  expect(pod?.unbuilt).toBe('.')
})

test.each<[string, (workspace: string) => void, readonly (string | null)[]]>([
  [
    'is a link that leaves',
    workspace => {
      symlinkSync('/etc/hostname', join(workspace, 'prod/kustomization.yaml'))
    },
    ['prod', null, 'prod']
  ],
  [
    'is broken',
    workspace => {
      writeFile(workspace, 'prod/kustomization.yml', 'resources: [../base\n')
    },
    ['prod', null, 'prod']
  ],
  [
    'is no text',
    workspace => {
      writeFile(workspace, 'prod/Kustomization', Buffer.alloc(8))
    },
    ['prod', null, 'prod']
  ],
  [
    'is whole',
    workspace => {
      writeFile(workspace, 'prod/kustomization.yaml', 'resources: [../base]\n')
    },
    [null, null, null]
  ]
])(
  'what may be deployed otherwise beside a kustomization that %s',
  async (_name, prepare, expected) => {
    const workspace = workspaceWith({
      'base/kustomization.yaml': 'resources: [pod.yaml]\n',
      'base/pod.yaml': podWith('app:1'),
      'plain/pod.yaml': podWith('app:2'),
      'prod/pod.yaml': podWith('app:3')
    })
    prepare(workspace)
    const { uses } = await loadManifests(requestFor(workspace, { render: false }), worldWithTools)
    const unbuilt = new Map(uses.map(({ image, unbuilt: by }) => [image.text, by]))
    expect(['app:1', 'app:2', 'app:3'].map(text => unbuilt.get(text))).toEqual(expected)
  }
)

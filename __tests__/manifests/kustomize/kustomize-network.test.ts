import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { delimiter, join } from 'node:path'
import { loadManifests, type LoadRequest, type World } from '../../../src/manifests/load.ts'
import { runProgram } from '../../../src/programs/run-program.ts'
import { describeWith, worldWithTools } from '../binaries.ts'
import { podWith, requestFor, workspaceWith, writeFile, type Files } from '../workspace-files.ts'

/** Answers everything with a Pod, and keeps what was asked for. */
const asked: string[] = []
let server: Server
let port = 0

beforeAll(async () => {
  server = createServer(({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`)
    response.end(podWith('fetched.azurecr.io/app:1'))
  })
  await new Promise<void>(resolve => server.listen(0, '::', resolve))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})

afterAll(() => {
  server.close()
})

/** In the place of git, keeps what it was asked to do. */
const gitStandIn = (place: string): string =>
  `#!/bin/sh\necho "$@" >> ${place}/git-was-asked\nexit 0\n`

const gitWasAsked = (place: string): string => {
  const path = join(place, 'git-was-asked')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Our own look at what a kustomization names is all that stands between it and the network. */
const worldWithoutWalls = (place: string): World => ({
  ...worldWithTools,
  environment: {
    PATH: [join(place, 'bin'), worldWithTools.environment['PATH']].join(delimiter)
  },
  execute: execution => runProgram(execution, { PATH: '/nonexistent' })
})

const loadAlone = async (files: Files, request: Partial<LoadRequest> = {}) => {
  const inside = Object.entries(files).map(([path, text]) => [`ws/${path}`, text] as const)
  const place = workspaceWith({
    'ws/pod.yaml': podWith('contoso.azurecr.io/app:1'),
    ...Object.fromEntries(inside)
  })
  writeFile(place, 'bin/git', gitStandIn(place))
  chmodSync(join(place, 'bin/git'), 0o755)
  asked.length = 0
  const manifests = await loadManifests(
    requestFor(join(place, 'ws'), request),
    worldWithoutWalls(place)
  )
  return { manifests, git: gitWasAsked(place) }
}

const own = (kind: string, rest: string): string =>
  `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: x}\n${rest}\n`

const target = 'target: {kind: Pod, name: web}'

/** Kustomizations that lead to a URL, by where it stands. */
const places: readonly (readonly [string, (url: string) => Files])[] = [
  ['resources', url => ({ 'kustomization.yaml': `resources: [pod.yaml, "${url}"]\n` })],
  ['bases', url => ({ 'kustomization.yaml': `resources: [pod.yaml]\nbases: ["${url}"]\n` })],
  [
    'components',
    url => ({ 'kustomization.yaml': `resources: [pod.yaml]\ncomponents: ["${url}"]\n` })
  ],
  ['crds', url => ({ 'kustomization.yaml': `resources: [pod.yaml]\ncrds: ["${url}"]\n` })],
  [
    'configurations',
    url => ({ 'kustomization.yaml': `resources: [pod.yaml]\nconfigurations: ["${url}"]\n` })
  ],
  [
    'openapi',
    url => ({ 'kustomization.yaml': `resources: [pod.yaml]\nopenapi: {path: "${url}"}\n` })
  ],
  [
    'patches',
    url => ({ 'kustomization.yaml': `resources: [pod.yaml]\npatches: [{path: "${url}"}]\n` })
  ],
  [
    'patchesStrategicMerge',
    url => ({ 'kustomization.yaml': `resources: [pod.yaml]\npatchesStrategicMerge: ["${url}"]\n` })
  ],
  [
    'patchesJson6902',
    url => ({
      'kustomization.yaml': `resources: [pod.yaml]\npatchesJson6902: [{${target}, path: "${url}"}]\n`
    })
  ],
  [
    'replacements',
    url => ({ 'kustomization.yaml': `resources: [pod.yaml]\nreplacements: [{path: "${url}"}]\n` })
  ],
  ...(['configMapGenerator', 'secretGenerator'] as const).flatMap(generator =>
    (['files: [URL]', 'files: ["key=URL"]', 'envs: [URL]', 'env: URL'] as const).map(
      source =>
        [
          `${generator}, ${source}`,
          (url: string): Files => ({
            'kustomization.yaml': `resources: [pod.yaml]\n${generator}: [{name: x, ${source.replace(/"?key=URL"?/, `"key=${url}"`).replace('URL', `"${url}"`)}}]\n`
          })
        ] as const
    )
  ),
  ...(['generators', 'transformers', 'validators'] as const).map(
    field =>
      [
        field,
        (url: string): Files => ({
          'kustomization.yaml': `resources: [pod.yaml]\n${field}: ["${url}"]\n`
        })
      ] as const
  ),
  ...(
    [
      ['ConfigMapGenerator', 'generators', (url: string) => `files: ["key=${url}"]`],
      ['SecretGenerator', 'generators', (url: string) => `envs: ["${url}"]`],
      ['PatchTransformer', 'transformers', (url: string) => `path: "${url}"`],
      ['PatchTransformer', 'validators', (url: string) => `path: "${url}"`],
      ['PatchJson6902Transformer', 'transformers', (url: string) => `${target}\npath: "${url}"`],
      ['PatchStrategicMergeTransformer', 'transformers', (url: string) => `paths: ["${url}"]`],
      [
        'ReplacementTransformer',
        'transformers',
        (url: string) => `replacements: [{path: "${url}"}]`
      ],
      [
        'ValueAddTransformer',
        'transformers',
        (url: string) => `value: x\ntargetFilePath: "${url}"`
      ],
      ['PatchTransformer', 'transformers', (url: string) => `Path: "${url}"`],
      ['PatchTransformer', 'transformers', (url: string) => `<<: {path: "${url}"}`]
    ] as const
  ).flatMap(([kind, field, rest]) => [
    [
      `${field}, the file of a ${kind}, ${rest('')}`,
      (url: string): Files => ({
        'kustomization.yaml': `resources: [pod.yaml]\n${field}: [plugin.yaml]\n`,
        'plugin.yaml': own(kind, rest(url))
      })
    ] as const,
    [
      `${field}, an inline ${kind}, ${rest('')}`,
      (url: string): Files => ({
        'kustomization.yaml': `resources: [pod.yaml]\n${field}:\n- |\n${own(kind, rest(url)).replace(/^/gm, '  ')}\n`
      })
    ] as const
  ]),
  [
    'an inline plugin on one line',
    url => ({
      'kustomization.yaml': `resources: [pod.yaml]\ntransformers: ['{"apiVersion": "builtin", "kind": "PatchTransformer", "metadata": {"name": "x"}, "path": "${url}"}']\n`
    })
  ],
  [
    'the second document of a plugin file',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [plugin.yaml]\n',
      'plugin.yaml': `${own('PrefixTransformer', 'prefix: a-')}---\n${own('PatchTransformer', `path: "${url}"`)}`
    })
  ],
  [
    'a list of plugins',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [plugin.yaml]\n',
      'plugin.yaml': `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: builtin, kind: PatchTransformer, metadata: {name: x}, path: "${url}"}\n`
    })
  ],
  [
    'a plugin of a directory',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [plugins]\n',
      'plugins/kustomization.yaml': 'resources: [plugin.yaml]\n',
      'plugins/plugin.yaml': own('PatchTransformer', `path: "${url}"`)
    })
  ],
  [
    'the kustomization of a directory of plugins',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ngenerators: [plugins]\n',
      'plugins/kustomization.yaml': `resources: ["${url}"]\n`
    })
  ],
  [
    'a directory of a directory of plugins',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\nvalidators: [plugins]\n',
      'plugins/kustomization.yaml': 'resources: [more]\n',
      'plugins/more/kustomization.yaml': `resources: ["${url}"]\n`
    })
  ],
  [
    'a patch of a directory of plugins',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [plugins]\n',
      'plugins/kustomization.yaml': `resources: [plugin.yaml]\npatches: [{target: {kind: PatchTransformer}, patch: '[{op: replace, path: /path, value: "${url}"}]'}]\n`,
      'plugins/plugin.yaml': own('PatchTransformer', 'path: pod.yaml')
    })
  ],
  [
    'pieces that a directory of plugins puts together',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [plugins]\n',
      'plugins/kustomization.yaml': `resources: [plugin.yaml]\nreplacements: [{source: {kind: PatchTransformer, name: x, fieldPath: rest}, targets: [{select: {kind: PatchTransformer}, fieldPaths: [path], options: {delimiter: "p:", index: 1}}]}]\n`,
      'plugins/plugin.yaml': own(
        'PatchTransformer',
        `path: "http:x"\nrest: "${url.replace(/^http:/, '')}"`
      )
    })
  ],
  [
    'a function',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [plugin.yaml]\n',
      'plugin.yaml': `apiVersion: contoso.example/v1\nkind: Run\nmetadata:\n  name: x\n  annotations: {config.kubernetes.io/function: 'container: {image: x, network: true}'}\nurl: "${url}"\n`
    })
  ],
  [
    'a chart of a generator',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ngenerators: [plugin.yaml]\n',
      'plugin.yaml': own('HelmChartInflationGenerator', `name: x\nrepo: "${url}"`)
    })
  ],
  [
    'a chart',
    url => ({
      'kustomization.yaml': `resources: [pod.yaml]\nhelmCharts: [{name: x, repo: "${url}"}]\n`
    })
  ],
  [
    'an alias',
    url => ({
      'kustomization.yaml': `resources: [pod.yaml]\ncommonAnnotations: {x: &x "${url}"}\ncrds: [*x]\n`
    })
  ],
  [
    'an alias of a list',
    url => ({
      'kustomization.yaml': `resources: [pod.yaml]\ncrds: &x ["${url}"]\nconfigurations: *x\n`
    })
  ],
  [
    'a merge key',
    url => ({
      'kustomization.yaml': `resources: [pod.yaml]\nconfigMapGenerator: [{name: x, <<: {files: ["key=${url}"]}}]\n`
    })
  ],
  [
    'a key in another case',
    url => ({ 'kustomization.yaml': `resources: [pod.yaml]\nCRDs: ["${url}"]\n` })
  ],
  [
    'a key twice',
    url => ({ 'kustomization.yaml': `resources: [pod.yaml]\ncrds: ["${url}"]\ncrds: []\n` })
  ],
  ['a tag', url => ({ 'kustomization.yaml': `resources: [pod.yaml]\ncrds: [!!str "${url}"]\n` })],
  [
    'an escape',
    url => ({
      'kustomization.yaml': `resources: [pod.yaml]\ncrds: ["${url.replace('h', '\\x68')}"]\n`
    })
  ],
  [
    'a base',
    url => ({
      'kustomization.yaml': 'resources: [base]\n',
      'base/kustomization.yaml': `resources: [../pod.yaml]\ncrds: ["${url}"]\n`
    })
  ],
  [
    'a component',
    url => ({
      'kustomization.yaml': 'resources: [pod.yaml]\ncomponents: [part]\n',
      'part/kustomization.yaml': `kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nconfigurations: ["${url}"]\n`
    })
  ]
]

/** Ways to write what kustomize fetches; PORT is that of a listener. */
const forms: readonly string[] = [
  'http://127.0.0.1:PORT/x.yaml',
  'HTTP://127.0.0.1:PORT/x.yaml',
  'hTTp://localhost:PORT/x.yaml',
  'http://[::1]:PORT/x.yaml',
  'http://127.1:PORT/x.yaml',
  'http://2130706433:PORT/x.yaml',
  'http://user@127.0.0.1:PORT/x.yaml',
  'http://127.0.0.1:PORT/owner/repository',
  'http://127.0.0.1:PORT/owner/repository.git//path?ref=main',
  'git::http://127.0.0.1:PORT/owner/repository',
  'GIT::http://127.0.0.1:PORT/owner/repository',
  'https://127.0.0.1:PORT/owner/repository',
  'ssh://git@127.0.0.1:PORT/owner/repository',
  'SSH://git@127.0.0.1/owner/repository',
  'git@127.0.0.1:owner/repository',
  'git@127.0.0.1:repository.git',
  'someone@127.0.0.1/owner/repository',
  'git::git@127.0.0.1:owner/repository',
  'file:///tmp/repository',
  'FILE:///tmp/repository.git//path',
  'github.com/owner/repository',
  'GitHub.com/owner/repository//path?ref=v1',
  'git@github.com:owner/repository.git',
  'github.com:owner/repository'
]

const withPort = (url: string): string => url.replace('PORT', String(port))

describeWith(
  'kustomize',
  'with remote bases off and no namespace of its own, kustomize fetches nothing',
  () => {
    test.each(places)('through %s', async (_place, files) => {
      const { manifests, git } = await loadAlone(files(withPort('http://127.0.0.1:PORT/x.yaml')))
      expect({ asked, git }).toEqual({ asked: [], git: '' })
      expect(manifests.problems.map(({ check }) => check)).toContain('render-failed')
    })

    describe.each(['resources', 'transformers', 'components'])('written in %s', field => {
      test.each(forms)('as %s', async form => {
        const text = `resources: [pod.yaml]\n`
        const list =
          field === 'resources'
            ? `resources: [pod.yaml, "${withPort(form)}"]\n`
            : `${text}${field}: ["${withPort(form)}"]\n`
        const { manifests, git } = await loadAlone({ 'kustomization.yaml': list })
        expect({ asked, git }).toEqual({ asked: [], git: '' })
        expect(manifests.problems.map(({ check }) => check)).toContain('render-failed')
      })
    })

    test.each([
      ['a directory with the name of a repository', 'github.com/owner/repository'],
      ['a directory with the name of a host and a path', 'git@127.0.0.1:owner/repository']
    ])('where there is %s', async (_name, path) => {
      const { git } = await loadAlone({
        'kustomization.yaml': `resources: ["${path}"]\n`,
        [`${path}/kustomization.yaml`]: 'resources: [pod.yaml]\n',
        [`${path}/pod.yaml`]: podWith('contoso.azurecr.io/other:1')
      })
      expect(git).toBe('')
    })

    test('and the listener and the git of these tests would notice', async () => {
      const { git } = await loadAlone(
        {
          'kustomization.yaml': `resources: [pod.yaml, "${withPort('http://127.0.0.1:PORT/x.yaml')}"]\n`
        },
        { remoteBases: true }
      )
      expect(asked).toEqual(['GET /x.yaml'])
      expect(git).toBe('')
      const cloned = await loadAlone(
        { 'kustomization.yaml': 'resources: [pod.yaml, "git@127.0.0.1:owner/repository"]\n' },
        { remoteBases: true }
      )
      expect(cloned.git).toContain('git@127.0.0.1:owner/repository')
    })
  }
)

describeWith('kustomize', 'with remote bases on', () => {
  test('a repository of this machine is none', async () => {
    const place = workspaceWith({ 'private/pod.yaml': podWith('private.azurecr.io/app:1') })
    writeFile(place, 'private/kustomization.yaml', 'resources: [pod.yaml]\n')
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@contoso.example', ...words], {
        cwd: join(place, 'private'),
        stdio: 'ignore'
      })
    git('init')
    git('add', '.')
    git('commit', '-m', 'x')
    writeFile(place, 'ws/kustomization.yaml', `resources: ["file://${place}/private"]\n`)
    const manifests = await loadManifests(
      requestFor(join(place, 'ws'), { remoteBases: true }),
      worldWithTools
    )
    expect(JSON.stringify(manifests)).not.toContain('private.azurecr.io')
    expect(manifests.problems.map(({ check }) => check)).toContain('render-failed')
  })
})

const image = 'contoso.azurecr.io/app:1'

/** What is understood is built, so that the refusals above are for what they lead to and not for plugins as such. */
describeWith('kustomize', "kustomize's own plugins with local files are built", () => {
  const patch = 'kind: Pod\napiVersion: v1\nmetadata: {name: web}\nspec: {nodeName: here}\n'
  const rows: readonly (readonly [string, Files])[] = [
    [
      'a file',
      {
        'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [plugin.yaml]\n',
        'plugin.yaml': own('PatchTransformer', 'path: patch.yaml')
      }
    ],
    [
      'inline',
      {
        'kustomization.yaml': `resources: [pod.yaml]\ntransformers:\n- |\n${own('PatchStrategicMergeTransformer', 'paths: [patch.yaml]').replace(/^/gm, '  ')}\n`
      }
    ],
    [
      'a directory',
      {
        'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [plugins]\n',
        'plugins/kustomization.yaml': 'resources: [plugin.yaml]\n',
        'plugins/plugin.yaml': own('PatchTransformer', 'path: patch.yaml')
      }
    ]
  ]
  test.each(rows)('%s', async (_name, files) => {
    const { manifests } = await loadAlone({ ...files, 'patch.yaml': patch })
    expect(manifests.problems).toEqual([])
    expect(manifests.uses.map(use => [use.image.text, use.origin?.confidence])).toEqual([
      [image, 'exact']
    ])
  })
})

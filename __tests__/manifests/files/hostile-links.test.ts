import { describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { makePipe, placeWith, type Links } from '../../files/hostile-links.ts'
import { loadManifests, type LoadRequest } from '../../../src/manifests/load.ts'
import { describeWith, worldWithTools } from '../binaries.ts'
import { podWith, requestFor, type Files } from '../workspace-files.ts'

/** What stands outside of the workspace and in .git, as an image, a chart and a text. */
const canaryImage = 'canary.azurecr.io/taken:1'
const canaryText = 'canary-text-51'

const outside: Files = {
  'elsewhere/pod.yaml': podWith(canaryImage),
  'elsewhere/kustomization.yaml': 'resources: [pod.yaml]\n',
  'elsewhere/text': canaryText,
  'elsewhere/deep/file': '',
  'elsewhere/chart/Chart.yaml': 'apiVersion: v2\nname: taken\nversion: 1.0.0\n',
  'elsewhere/chart/templates/pod.yaml': podWith(canaryImage),
  'elsewhere/chart/values.yaml': `image: ${canaryImage}\n`,
  'ws/.git/pod.yaml': podWith(canaryImage),
  'ws/.git/kustomization.yaml': 'resources: [pod.yaml]\n',
  'ws/.git/text': canaryText,
  'ws/good.yaml': podWith('contoso.azurecr.io/good:1')
}

/** Two links that leave although each of them seems to stay: `..` goes up from where the second one leads. */
const twoLinks = (at: string, target: string): Links => ({
  [`ws/${at}`]: `PLACE/ws/o/hop/../${target}`,
  'ws/o/hop': 'PLACE/elsewhere/deep'
})

const chart: Files = {
  'ws/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'ws/web/values.yaml': 'image: contoso.azurecr.io/web:1\n',
  'ws/web/templates/pod.yaml': podWith('"{{ .Values.image }}"')
}

const leakingChart = (expression: string): Files => ({
  ...chart,
  'ws/web/templates/pod.yaml': podWith(`"x:{{ ${expression} }}"`)
})

const overlay = (kustomization: string): Files => ({
  'ws/k/kustomization.yaml': kustomization,
  'ws/k/pod.yaml': podWith('contoso.azurecr.io/k:1')
})

const generating = (file: string): Files =>
  overlay(`resources: [pod.yaml]
configMapGenerator: [{name: x, files: ["text=${file}"]}]
replacements:
- source: {kind: ConfigMap, name: x, fieldPath: data.text}
  targets:
  - select: {kind: Pod}
    fieldPaths: [spec.containers.0.image]
`)

type Row = readonly [name: string, files: Files, links: Links, request?: Partial<LoadRequest>]

const plain: readonly Row[] = [
  ['a manifest', {}, { 'ws/x.yaml': '../elsewhere/pod.yaml' }],
  ['a manifest by two links', {}, twoLinks('x.yaml', 'pod.yaml')],
  ['a directory', {}, { 'ws/x': '../elsewhere' }],
  ['a directory by two links', {}, twoLinks('x', '.')],
  [
    'a file in a directory by two links',
    {},
    twoLinks('x', '.'),
    { paths: ['x/pod.yaml', 'good.yaml'] }
  ],
  ['a named directory', {}, { 'ws/x': '../elsewhere' }, { paths: ['x', 'good.yaml'] }],
  [
    'a named directory behind a link',
    {},
    { 'ws/x': '../elsewhere' },
    { paths: ['x/deep/..', 'good.yaml'] }
  ],
  ['a named path by two links', {}, twoLinks('x', '.'), { paths: ['x', 'good.yaml'] }],
  ['a glob', {}, { 'ws/x': '../elsewhere' }, { paths: ['x/*.yaml', 'good.yaml'] }],
  ['a glob by two links', {}, twoLinks('x', '.'), { paths: ['x/**/*.yaml', 'good.yaml'] }],
  ['a manifest in .git', {}, { 'ws/x.yaml': '.git/pod.yaml' }],
  ['.git as a directory', {}, { 'ws/x': '.git' }],
  ['.git by its name', {}, {}, { paths: ['.git/pod.yaml', 'good.yaml'] }],
  ['.git by a glob', {}, {}, { paths: ['.git/*.yaml', '{.g*/*,good}.yaml'] }],
  ['.GIT', { 'ws/d/.GIT/pod.yaml': podWith(canaryImage) }, {}],
  [
    '.git of a submodule',
    { 'ws/sub/.git/pod.yaml': podWith(canaryImage) },
    { 'ws/x.yaml': 'sub/.git/pod.yaml' }
  ],
  [
    'a directory that a GitOps object names',
    {
      'ws/flux.yaml':
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a, namespace: b}\nspec: {path: ./x, targetNamespace: c, sourceRef: {kind: GitRepository, name: d}}\n'
    },
    { 'ws/x': '../elsewhere' }
  ],
  [
    'a template that a bundle names',
    {
      ...chart,
      'ws/bundle.yaml': `---\n# Source: web/templates/x.yaml\n${podWith('contoso.azurecr.io/web:1')}`
    },
    { 'ws/web/templates/x.yaml': '../../../elsewhere/text' },
    { render: false }
  ],
  [
    'values of a chart that is not rendered',
    chartWithoutValues(),
    { 'ws/web/values.yaml': '../../elsewhere/chart/values.yaml' },
    { render: false }
  ],
  [
    'a template of a chart that is not rendered',
    chart,
    { 'ws/web/templates/x.yaml': '../../../elsewhere/pod.yaml' },
    { render: false }
  ],
  [
    'a base that is not built',
    overlay('resources: [x]\n'),
    { 'ws/k/x': '../../elsewhere' },
    { render: false }
  ]
]

const charts: readonly Row[] = [
  ['a file', leakingChart('.Files.Get "x"'), { 'ws/web/x': '../../elsewhere/text' }],
  ['a file by two links', leakingChart('.Files.Get "x"'), twoLinks('web/x', 'text')],
  ['a directory', leakingChart('.Files.Get "x/text"'), { 'ws/web/x': '../../elsewhere' }],
  ['a directory by two links', leakingChart('.Files.Get "x/text"'), twoLinks('web/x', '.')],
  ['a template', chart, { 'ws/web/templates/x.yaml': '../../../elsewhere/pod.yaml' }],
  ['values', chartWithoutValues(), twoLinks('web/values.yaml', 'chart/values.yaml')],
  ['a subchart', chart, { 'ws/web/charts/taken': '../../../elsewhere/chart' }],
  ['a subchart by two links', chart, twoLinks('web/charts/taken', 'chart')],
  ['the chart itself', {}, { 'ws/web': '../elsewhere/chart' }],
  ['the chart itself by two links', {}, twoLinks('web', 'chart'), { paths: ['web', 'good.yaml'] }],
  ['a file of .git', leakingChart('.Files.Get "x"'), { 'ws/web/x': '../.git/text' }],
  [
    'the environment of a process',
    leakingChart('.Files.Get "x"'),
    { 'ws/web/x': `/proc/${process.pid}/environ` }
  ],
  [
    'given values',
    chart,
    { 'ws/given.yaml': '../elsewhere/chart/values.yaml' },
    { helm: { valuesFiles: ['given.yaml'], set: [], releases: [], charts: {} } }
  ]
]

const kustomizations: readonly Row[] = [
  [
    'a resource',
    overlay('resources: [pod.yaml, x.yaml]\n'),
    { 'ws/k/x.yaml': '../../elsewhere/pod.yaml' }
  ],
  ['a resource by two links', overlay('resources: [x.yaml]\n'), twoLinks('k/x.yaml', 'pod.yaml')],
  ['a base', overlay('resources: [x]\n'), { 'ws/k/x': '../../elsewhere' }],
  ['a base by two links', overlay('resources: [x]\n'), twoLinks('k/x', '.')],
  ['a component by two links', overlay('components: [x]\n'), twoLinks('k/x', '.')],
  ['a file in a base by two links', overlay('resources: [x/pod.yaml]\n'), twoLinks('k/x', '.')],
  ['the file of a generator', generating('x'), { 'ws/k/x': '../../elsewhere/text' }],
  ['the file of a generator by two links', generating('x'), twoLinks('k/x', 'text')],
  ['the file of a generator above', generating('../x/text'), twoLinks('x', '.')],
  ['a file of .git', generating('../.git/text'), {}],
  ['a link to .git', generating('x'), { 'ws/k/x': '../.git/text' }],
  ['a base in .git', overlay('resources: [../.git]\n'), {}],
  [
    'a kustomization file',
    { 'ws/k/pod.yaml': podWith(canaryImage) },
    { 'ws/k/kustomization.yaml': '../../elsewhere/kustomization.yaml' },
    { paths: ['k/kustomization.yaml', 'good.yaml'] }
  ],
  [
    'the configuration of a transformer',
    {
      ...overlay('resources: [pod.yaml]\ntransformers: [t.yaml]\n'),
      'ws/k/t.yaml': 'apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\npath: x\n'
    },
    twoLinks('k/x', 'pod.yaml')
  ]
]

function chartWithoutValues(): Files {
  return Object.fromEntries(Object.entries(chart).filter(([path]) => !path.endsWith('values.yaml')))
}

const loadRow = async ([, files, links, request]: Row) => {
  const { workspace } = placeWith({ ...outside, ...files }, links)
  const loaded = loadManifests(requestFor(workspace, request), worldWithTools)
  return loaded.catch((error: unknown) => ({ uses: [], problems: [], error: String(error) }))
}

const said = async (row: Row): Promise<string> => JSON.stringify(await loadRow(row))

describe('nothing of outside is read or told through', () => {
  test.each(plain.map(row => [row[0], row] as const))('%s', async (_name, row) => {
    const text = await said(row)
    expect(text).not.toContain('canary')
    expect(text).toContain('good')
  })
})

describeWith('helm', 'a chart is rendered without what lies outside:', () => {
  test.each(charts.map(row => [row[0], row] as const))('%s', async (_name, row) => {
    const text = await said(row)
    expect(text).not.toContain('canary')
    expect(text).toMatch(/leads out|lies in \.git|cannot be read/)
  })

  test('a packed subchart with a link in it', async () => {
    const { place, workspace } = placeWith({ ...outside, ...leakingChart('.Files.Get "x"') }, {})
    const packed = join(place, 'packed/taken')
    cpSync(join(place, 'elsewhere/chart'), packed, { recursive: true })
    rmSync(join(packed, 'templates'), { recursive: true })
    symlinkSync(join(place, 'elsewhere/pod.yaml'), join(packed, 'templates'))
    symlinkSync(join(place, 'elsewhere/text'), join(packed, 'x'))
    mkdirSync(join(workspace, 'web/charts'))
    const archive = join(workspace, 'web/charts/taken-1.0.0.tgz')
    execFileSync('tar', ['-czf', archive, '-C', join(place, 'packed'), 'taken'])
    const text = JSON.stringify(await loadManifests(requestFor(workspace), worldWithTools))
    expect(text).not.toContain('canary')
  })

  test('a chart of a gigabyte is refused with a sentence', async () => {
    const { workspace } = placeWith(chart, {})
    execFileSync('truncate', ['-s', '1G', join(workspace, 'web/large.bin')])
    const { problems } = await loadManifests(
      requestFor(workspace, { paths: ['web'] }),
      worldWithTools
    )
    expect(problems.map(({ message }) => message)).toContain(
      '"web/large.bin" lies in what holds more than 100 MB, so the chart web was not rendered and its images are not judged'
    )
  })
})

describeWith('kustomize', 'a kustomization is built without what lies outside:', () => {
  test.each(kustomizations.map(row => [row[0], row] as const))('%s', async (_name, row) => {
    const text = await said(row)
    expect(text).not.toContain('canary')
    expect(text).toMatch(/render-failed|manifest-unreadable/)
  })

  test('what a transformer names below its kustomization is read', async () => {
    const { workspace } = placeWith(
      {
        ...overlay('resources: [pod.yaml]\ntransformers: [t.yaml]\n'),
        'ws/k/t.yaml':
          'apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\npath: p/x.yaml\n',
        'ws/k/p/x.yaml': podWith('contoso.azurecr.io/patched:2')
      },
      {}
    )
    const { uses } = await loadManifests(requestFor(workspace, { paths: ['k'] }), worldWithTools)
    expect(uses.map(({ image }) => image.text)).toContain('contoso.azurecr.io/patched:2')
  })
})

const linkTo =
  (target: string) =>
  (path: string): void => {
    symlinkSync(target, path)
  }

describe('what is no regular file is told by its name:', () => {
  test.each([
    ['a named pipe', makePipe],
    ['a link to a device', linkTo('/dev/zero')],
    ['a link to itself', linkTo('x.yaml')],
    ['a link to nothing', linkTo('nothing')]
  ])('%s', async (_name, make) => {
    const { workspace } = placeWith({}, {})
    make(join(workspace, 'x.yaml'))
    const { problems } = await loadManifests(requestFor(workspace), worldWithTools)
    expect(problems.map(({ location }) => location.file)).toEqual(['x.yaml'])
  })
})

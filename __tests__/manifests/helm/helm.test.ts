import { describe, expect, test } from '@jest/globals'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../../src/base/errors.ts'
import { loadManifests, type LoadRequest } from '../../../src/manifests/load.ts'
import { describeWith, worldWithoutTools, worldWithTools } from '../binaries.ts'
import {
  load,
  placesOf,
  problemLine,
  requestFor,
  workspaceWith,
  type Files
} from '../workspace-files.ts'

const chartYaml = 'apiVersion: v2\nname: web\nversion: 0.1.0\n'

/** A Pod template; the containers are lines as a chart author writes them. */
const podTemplate = (...containers: readonly string[]): string =>
  [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: web',
    'spec:',
    '  containers:',
    ...containers,
    ''
  ].join('\n')

const chart = (values: string, ...containers: readonly string[]): Files => ({
  'web/Chart.yaml': chartYaml,
  'web/values.yaml': values,
  'web/templates/pod.yaml': podTemplate(...containers)
})

const helmOptions = (helm: Partial<LoadRequest['helm']>): Partial<LoadRequest> => ({
  helm: { valuesFiles: [], set: [], releases: [], charts: {}, ...helm }
})

type Case = readonly [string, Files, Partial<LoadRequest>, readonly string[]]

const mapped: readonly Case[] = [
  [
    'a whole image in one value points to that value',
    chart('image: contoso.azurecr.io/web:1\n', '  - name: web', '    image: {{ .Values.image }}'),
    {},
    ['web/values.yaml:1 contoso.azurecr.io/web:1 exact']
  ],
  [
    'an image of three values points to the one with the registry',
    chart(
      'image:\n  tag: "1"\n  repository: team/web\n  registry: contoso.azurecr.io\n',
      '  - name: web',
      '    image: "{{ .Values.image.registry }}/{{ .Values.image.repository }}:{{ .Values.image.tag }}"'
    ),
    {},
    ['web/values.yaml:4 contoso.azurecr.io/team/web:1 exact']
  ],
  [
    'equal values are told apart by rendering with marks',
    chart(
      'unused: contoso.azurecr.io/web:1\nfirst: {image: contoso.azurecr.io/web:1}\nsecond: {image: contoso.azurecr.io/web:1}\n',
      '  - name: one',
      '    image: {{ .Values.second.image }}',
      '  - name: two',
      '    image: {{ .Values.first.image }}'
    ),
    {},
    [
      'web/values.yaml:3 contoso.azurecr.io/web:1 exact',
      'web/values.yaml:2 contoso.azurecr.io/web:1 exact'
    ]
  ],
  [
    'of two values files the last that sets the image is pointed to',
    {
      ...chart(
        'image: docker.io/web:1\nsidecar: contoso.azurecr.io/side:1\n',
        '  - name: web',
        '    image: {{ .Values.image }}',
        '  - name: side',
        '    image: {{ .Values.sidecar }}'
      ),
      'env/common.yaml': 'image: contoso.azurecr.io/common:1\n',
      'env/prod.yaml': '# production\nimage: contoso.azurecr.io/prod:1\n'
    },
    { paths: ['web'], ...helmOptions({ valuesFiles: ['env/common.yaml', 'env/prod.yaml'] }) },
    [
      'env/prod.yaml:2 contoso.azurecr.io/prod:1 exact',
      'web/values.yaml:2 contoso.azurecr.io/side:1 exact'
    ]
  ],
  [
    'an image that the template writes itself points to the template line',
    chart('', '  - name: web', '    image: contoso.azurecr.io/fixed:1'),
    {},
    ['web/templates/pod.yaml:8 contoso.azurecr.io/fixed:1 exact']
  ],
  [
    'a registry in the template outdoes a tag in the values',
    chart('tag: "1"\n', '  - name: web', '    image: contoso.azurecr.io/web:{{ .Values.tag }}'),
    {},
    ['web/templates/pod.yaml:8 contoso.azurecr.io/web:1 likely']
  ],
  [
    'a value from --set is in no file, so the template line is the nearest place',
    chart(
      'image: docker.io/web:1\n',
      '  - name: other',
      '    image: docker.io/other:1',
      '  - name: web',
      '    image: {{ .Values.image }}'
    ),
    helmOptions({ set: ['image=contoso.azurecr.io/set:1'] }),
    [
      'web/templates/pod.yaml:8 docker.io/other:1 exact',
      'web/templates/pod.yaml:10 contoso.azurecr.io/set:1 likely'
    ]
  ],
  [
    'a template inside of a value points to the value',
    chart(
      'registry: contoso.azurecr.io\nimage: "{{ .Values.registry }}/web:1"\n',
      '  - name: web',
      '    image: {{ tpl .Values.image . }}'
    ),
    {},
    ['web/values.yaml:1 contoso.azurecr.io/web:1 exact']
  ],
  [
    'containers in a block of text in the values point to the line in the block',
    chart(
      'extra: |\n  - name: side\n    image: contoso.azurecr.io/side:1\n',
      '  - name: web',
      '    image: docker.io/web:1',
      '{{ .Values.extra | indent 2 }}'
    ),
    {},
    [
      'web/templates/pod.yaml:8 docker.io/web:1 exact',
      'web/values.yaml:3 contoso.azurecr.io/side:1 exact'
    ]
  ],
  [
    'a list in the values points to each of its items',
    chart(
      'containers:\n- {name: a, image: contoso.azurecr.io/a:1}\n- {name: b, image: contoso.azurecr.io/b:1}\n',
      '  {{- range .Values.containers }}',
      '  - name: {{ .name }}',
      '    image: {{ .image }}',
      '  {{- end }}'
    ),
    {},
    [
      'web/values.yaml:2 contoso.azurecr.io/a:1 exact',
      'web/values.yaml:3 contoso.azurecr.io/b:1 exact'
    ]
  ],
  [
    'values that a check of the chart protects are still proven, one by one',
    chart(
      'registry: contoso.azurecr.io\ntag: "1"\n',
      '  - name: web',
      '    image: "{{ .Values.registry }}/web:{{ if ne .Values.tag "1" }}{{ fail "wrong tag" }}{{ end }}{{ .Values.tag }}"'
    ),
    {},
    ['web/values.yaml:1 contoso.azurecr.io/web:1 exact']
  ],
  [
    "a subchart's image points to the values of the chart that set it",
    {
      ...chart(
        'cache:\n  image: contoso.azurecr.io/cache:7\n',
        '  - name: web',
        '    image: docker.io/web:1'
      ),
      'web/Chart.yaml': `${chartYaml}dependencies:\n- name: redis\n  alias: cache\n  version: 1.0.0\n`,
      'web/charts/redis/Chart.yaml': 'apiVersion: v2\nname: redis\nversion: 1.0.0\n',
      'web/charts/redis/values.yaml':
        'image: docker.io/redis:7\nexporter: contoso.azurecr.io/exporter:2\n',
      'web/charts/redis/templates/pod.yaml': podTemplate(
        '  - name: redis',
        '    image: {{ .Values.image }}',
        '  - name: exporter',
        '    image: {{ .Values.exporter }}',
        '  - name: fixed',
        '    image: contoso.azurecr.io/fixed:3'
      )
    },
    {},
    [
      'web/templates/pod.yaml:8 docker.io/web:1 exact',
      'web/values.yaml:2 contoso.azurecr.io/cache:7 exact',
      'web/charts/redis/values.yaml:2 contoso.azurecr.io/exporter:2 exact',
      'web/charts/redis/templates/pod.yaml:12 contoso.azurecr.io/fixed:3 exact'
    ]
  ],
  [
    'a partial that writes the image leaves only the template certain',
    {
      ...chart('', '{{ include "web.container" . | indent 2 }}'),
      'web/templates/_container.tpl':
        '{{ define "web.container" }}- name: web\n  image: contoso.azurecr.io/web:1{{ end }}\n'
    },
    {},
    ['web/templates/pod.yaml:1 contoso.azurecr.io/web:1 file']
  ],
  [
    'a hook is rendered like any other template',
    {
      ...chart('', '  - name: web', '    image: docker.io/web:1'),
      'web/templates/test.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: test\n  annotations: {helm.sh/hook: test}\nspec:\n  containers:\n  - name: test\n    image: contoso.azurecr.io/test:1\n'
    },
    {},
    [
      'web/templates/pod.yaml:8 docker.io/web:1 exact',
      'web/templates/test.yaml:9 contoso.azurecr.io/test:1 exact'
    ]
  ],
  [
    'a host in an environment variable points to its value',
    chart(
      'mirror: contoso.azurecr.io/mirror\n',
      '  - name: web',
      '    image: docker.io/web:1',
      '    env: [{name: MIRROR, value: {{ .Values.mirror }}}]'
    ),
    {},
    [
      'web/templates/pod.yaml:8 docker.io/web:1 exact',
      'web/values.yaml:1 contoso.azurecr.io/mirror exact'
    ]
  ]
]

describeWith('helm', 'the source of what a chart renders', () => {
  test.each(mapped)('%s', async (_name, files, request, expected) => {
    const manifests = await load(files, request)
    expect([...placesOf(manifests)].sort()).toEqual([...expected].sort())
    expect(manifests.problems).toEqual([])
  })

  test('the other values that an image is made of are named too', async () => {
    const { uses } = await load(
      chart(
        'registry: contoso.azurecr.io\ntag: "1"\n',
        '  - name: web',
        '    image: {{ .Values.registry }}/web:{{ .Values.tag }}'
      )
    )
    expect(uses[0]?.location).toEqual({
      file: 'web/values.yaml',
      line: 1,
      column: 11,
      endLine: 1,
      endColumn: 29
    })
    expect(uses[0]?.related).toMatchObject([{ file: 'web/values.yaml', line: 2 }])
  })

  test('release and namespace are those of the deployment', async () => {
    const { uses } = await load(
      {
        ...chart(''),
        'web/templates/pod.yaml': podTemplate(
          '  - name: web',
          '    image: {{ .Release.Name }}.azurecr.io/{{ .Release.Namespace }}:1'
        )
      },
      { namespace: 'shop', ...helmOptions({ releases: ['contoso'] }) }
    )
    expect(uses[0]).toMatchObject({
      image: { text: 'contoso.azurecr.io/shop:1' },
      workload: { namespace: 'shop' }
    })
  })

  test("the chart's directory need not have the chart's name", async () => {
    const files = chart('', '  - name: web', '    image: contoso.azurecr.io/web:1')
    const renamed = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace('web/', 'deploy/my chart/'), text])
    )
    expect(placesOf(await load(renamed))).toEqual([
      'deploy/my chart/templates/pod.yaml:8 contoso.azurecr.io/web:1 exact'
    ])
  })

  test('a library chart is neither rendered nor a problem', async () => {
    const manifests = await load({
      'lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 0.1.0\ntype: library\n',
      'lib/templates/_all.tpl': '{{ define "lib.x" }}{{ end }}'
    })
    expect(manifests).toMatchObject({ uses: [], problems: [] })
  })

  test('values of another environment beside the chart are read as fields', async () => {
    const { uses } = await load({
      ...chart('', '  - name: web', '    image: docker.io/web:1'),
      'web/values-prod.yaml': 'image: contoso.azurecr.io/prod:1\n'
    })
    expect(uses.find(use => use.location.file === 'web/values-prod.yaml')?.class).toBe('field')
  })
})

describeWith('helm', 'a chart that does not take the Kubernetes that Helm was built with', () => {
  test.each([
    ['is rendered for the newest minor of AKS that it takes', '>= 1.22.0-0, < 1.36', '1.35.0'],
    ['is rendered for the lowest version that it takes, where AKS has none', '>99.1', '99.2.0']
  ])('%s, and a note says so', async (_name, range, version) => {
    const files = chart(
      'image: contoso.azurecr.io/web:1\nother: contoso.azurecr.io/web:1\n',
      '  - name: web',
      '    image: {{ .Values.image }}',
      '  - name: kubectl',
      '    image: contoso.azurecr.io/kubectl:{{ .Capabilities.KubeVersion.Version }}'
    )
    const manifests = await load({
      ...files,
      'web/Chart.yaml': `${chartYaml}kubeVersion: "${range}"\n`
    })
    expect(placesOf(manifests)).toEqual([
      'web/values.yaml:1 contoso.azurecr.io/web:1 exact',
      `web/templates/pod.yaml:10 contoso.azurecr.io/kubectl:v${version} likely`
    ])
    expect(manifests.problems.map(problemLine)).toEqual(['web/Chart.yaml:4 note render-failed'])
    expect(manifests.problems[0]?.message).toContain(`rendered for ${version};`)
  })
})

const container = ['  - name: web', '    image: contoso.azurecr.io/web:1']

const failing: readonly [string, Files, string, RegExp][] = [
  [
    'a dependency that was not fetched',
    {
      ...chart('', ...container),
      'web/Chart.yaml': `${chartYaml}dependencies:\n- name: redis\n  version: 1.0.0\n  repository: https://contoso.example\n`
    },
    'web/Chart.yaml:5',
    /helm dependency build web/
  ],
  [
    'a template that is no template',
    { ...chart('', ...container), 'web/templates/bad.yaml': 'a: 1\nb: {{ if }}\n' },
    'web/templates/bad.yaml:2',
    /missing value for if/
  ],
  [
    'a template that reaches into nothing',
    { ...chart('', ...container), 'web/templates/bad.yaml': '\n\na: {{ .Values.a.b.c }}\n' },
    'web/templates/bad.yaml:3',
    /nil pointer/
  ],
  [
    'a value that the chart requires',
    {
      ...chart('', ...container),
      'web/templates/bad.yaml': 'a: {{ required "give a tag" .Values.tag }}\n'
    },
    'web/templates/bad.yaml:1',
    /give a tag/
  ],
  [
    'a template that renders no YAML',
    { ...chart('', ...container), 'web/templates/bad.yaml': 'kind: Pod\na: [\n' },
    'web/templates/bad.yaml:1',
    /YAML parse error/
  ],
  [
    'values that are no YAML',
    chart('a: 1\nb: [\n', ...container),
    'web/values.yaml:2',
    /cannot load values\.yaml/
  ],
  [
    'values that the schema of the chart refuses',
    { ...chart('', ...container), 'web/values.schema.json': '{"required": ["tag"]}' },
    'web/Chart.yaml:1',
    /missing property 'tag'/
  ],
  [
    'a chart for an older Kubernetes',
    { ...chart('', ...container), 'web/Chart.yaml': `${chartYaml}kubeVersion: "<1.2.0"\n` },
    'web/Chart.yaml:1',
    /incompatible with Kubernetes.*--kube-version/
  ],
  [
    'a chart without a name',
    { ...chart('', ...container), 'web/Chart.yaml': 'apiVersion: v2\nversion: 0.1.0\n' },
    'web/Chart.yaml:1',
    /name/
  ]
]

describeWith('helm', 'a chart that does not render', () => {
  test.each(failing)('%s is told at its line, with a cure', async (_name, files, place, words) => {
    const { problems } = await load(files)
    const failures = problems.filter(({ check }) => check === 'render-failed')
    expect(failures.map(problemLine)).toEqual([`${place} unknown render-failed`])
    expect(
      [failures[0]?.message, failures[0]?.remediation, failures[0]?.command].join(' ')
    ).toMatch(words)
  })

  test('a given values file with a fault is told at its line', async () => {
    const files = { ...chart('', ...container), 'env/prod.yaml': 'a: 1\nb: [\n' }
    const request = { paths: ['web'], ...helmOptions({ valuesFiles: ['env/prod.yaml'] }) }
    const { problems } = await load(files, request)
    expect(problems.map(problemLine)).toContain('env/prod.yaml:2 unknown render-failed')
  })

  test('a given values file that is missing is wrong input', async () => {
    const request = helmOptions({ valuesFiles: ['missing.yaml'] })
    await expect(load(chart('', ...container), request)).rejects.toThrow(InputError)
  })

  test('its values and its literal templates are read instead', async () => {
    const manifests = await load({
      ...chart('image: contoso.azurecr.io/values:1\n', ...container),
      'web/templates/bad.yaml': '{{ if }}'
    })
    expect(placesOf(manifests)).toEqual([
      'web/values.yaml:1 contoso.azurecr.io/values:1',
      'web/templates/pod.yaml:8 contoso.azurecr.io/web:1'
    ])
  })

  test('a chart with a link out of the workspace is not rendered', async () => {
    const outside = workspaceWith({ 'secret.txt': 'contoso.azurecr.io/secret:1' })
    const workspace = workspaceWith(
      chart('', '  - name: web', '    image: {{ .Files.Get "files/link.txt" }}')
    )
    symlinkSync(outside, join(workspace, 'web/files'))
    const manifests = await loadManifests(requestFor(workspace, { paths: ['web'] }), worldWithTools)
    expect(JSON.stringify(manifests)).not.toContain('secret:1')
    expect(manifests.problems.map(problemLine)).toContain('web/files:1 unknown render-failed')
  })

  test('a template that wants all memory is stopped', async () => {
    const files = { ...chart(''), 'web/templates/pod.yaml': '{{ repeat 1000000000 "memory" }}' }
    const { problems } = await load(files)
    expect(problems[0]?.message).toMatch(/needed more than 480 MB|wrote more than/)
  })
})

describe('without helm', () => {
  const two: Files = {
    ...chart(
      'image: contoso.azurecr.io/web:1\n',
      '  - name: web',
      '    image: {{ .Values.image }}'
    ),
    'more/Chart.yaml': chartYaml,
    'pod.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: a:1}]}\n'
  }

  test('one problem tells so for all charts, and the rest is read', async () => {
    const manifests = await load(two, {}, worldWithoutTools)
    expect(manifests.problems.map(problemLine)).toEqual(['more/Chart.yaml:1 unknown render-failed'])
    expect(manifests.problems[0]?.message).toMatch(/Helm is not on PATH, so 2 charts/)
    expect(placesOf(manifests)).toEqual([
      'pod.yaml:4 a:1',
      'web/values.yaml:1 contoso.azurecr.io/web:1'
    ])
  })

  test('nothing is run with rendering off, and one note tells so', async () => {
    const run = () => Promise.reject(new Error('a binary was run'))
    const world = { ...worldWithTools, execute: run }
    const manifests = await load(two, { render: false }, world)
    expect(manifests.problems.map(problemLine)).toEqual(['more/Chart.yaml:1 unknown render-failed'])
    expect(placesOf(manifests)).toEqual([
      'pod.yaml:4 a:1',
      'web/values.yaml:1 contoso.azurecr.io/web:1'
    ])
  })
})

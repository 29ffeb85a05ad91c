import { describe, expect, test } from '@jest/globals'
import { imageHostPlaceholder } from '../../../src/checks/manifest/image-host-placeholder.ts'
import { judge } from '../../../src/judgement/findings.ts'
import { judgePulls } from '../../../src/pulls/judged-pulls.ts'
import { readFacts } from '../../../src/facts/facts-file.ts'
import { worldNamed } from '../../worlds/worlds.ts'
import { describeWith } from '../binaries.ts'
import { load, placeOf, placesOf, problemLine, type Files } from '../workspace-files.ts'

const chartFile = (name: string): string => `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n`

const pod = (...containers: readonly string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  containers:\n${containers.join('\n')}\n`

const chart = (values: string, image: string, more: Files = {}): Files => ({
  'web/Chart.yaml': chartFile('web'),
  'web/values.yaml': values,
  'web/templates/pod.yaml': pod('  - name: web', `    image: ${image}`),
  ...more
})

const three =
  '"{{ .Values.image.registry }}/{{ .Values.image.repository }}:{{ .Values.image.tag }}"'
const two = '"{{ .Values.image.repository }}:{{ .Values.image.tag }}"'
const helper =
  '{{- define "web.image" -}}{{ printf "%s/%s:%s" .Values.image.registry .Values.image.repository (.Values.image.tag | default "1") }}{{- end -}}'

/** Each with where it is to be set. */
const open: readonly (readonly [string, Files, readonly string[]])[] = [
  [
    'an empty repository',
    chart('image:\n  repository: ""\n  tag: latest\n', two),
    ['web/values.yaml:2 {{ .Values.image.repository }}:latest exact']
  ],
  [
    'an empty registry',
    chart('image:\n  registry: ""\n  repository: shop/web\n  tag: "1"\n', three),
    ['web/values.yaml:2 {{ .Values.image.registry }}/shop/web:1 exact']
  ],
  [
    'an empty part of the host',
    chart('acr: ""\n', '"{{ .Values.acr }}.azurecr.io/shop/web:1"'),
    ['web/values.yaml:1 {{ .Values.acr }}.azurecr.io/shop/web:1 exact']
  ],
  [
    'a value that is called like nothing',
    chart('where:\n', '"{{ .Values.where }}/shop/web:1"'),
    ['web/values.yaml:1 {{ .Values.where }}/shop/web:1 exact']
  ],
  [
    'a value that the chart does not even name',
    chart('replicas: 1\n', '{{ .Values.image }}'),
    ['web/templates/pod.yaml:8 {{ .Values.image }} likely']
  ],
  [
    'nil in a formatted text',
    chart(
      'image: {tag: "1"}\n',
      '{{ printf "%s:%s" .Values.image.repository .Values.image.tag | quote }}'
    ),
    ['web/values.yaml:1 {{ .Values.image.repository }}:1 exact']
  ],
  [
    'a value that only a helper uses',
    chart('image: {registry: "", repository: web, tag: ""}\n', '{{ include "web.image" . }}', {
      'web/templates/_helpers.tpl': helper
    }),
    ['web/values.yaml:1 {{ .Values.image.registry }}/web:{{ .Values.image.tag }} exact']
  ],
  [
    'an item of a list',
    {
      ...chart('jobs:\n- {name: a, image: ""}\n- {name: b, image: "x.azurecr.io/b:1"}\n', ''),
      'web/templates/pod.yaml': pod(
        '{{- range .Values.jobs }}\n  - name: {{ .name }}\n    image: {{ .image | quote }}\n{{- end }}'
      )
    },
    [
      'web/values.yaml:2 {{ .Values.jobs[0].image }} exact',
      'web/values.yaml:3 x.azurecr.io/b:1 exact'
    ]
  ],
  [
    'a value of a subchart, emptied by its parent',
    {
      ...chart('sub:\n  image:\n    repository: ""\n', 'x.azurecr.io/web:1'),
      'web/charts/sub/Chart.yaml': chartFile('sub'),
      'web/charts/sub/values.yaml': 'image:\n  repository: foo\n  tag: "2"\n',
      'web/charts/sub/templates/pod.yaml': pod('  - name: sub', `    image: ${two}`)
    },
    [
      'web/values.yaml:3 {{ .Values.sub.image.repository }}:2 exact',
      'web/templates/pod.yaml:8 x.azurecr.io/web:1 exact'
    ]
  ]
]

const judged: readonly (readonly [string, Files, string])[] = [
  [
    'tag',
    chart('image:\n  repository: x.azurecr.io/web\n  tag: ""\n', two),
    'web/values.yaml:2 x.azurecr.io/web:{{ .Values.image.tag }} exact'
  ],
  [
    'digest',
    chart(
      'image:\n  repository: x.azurecr.io/web\n  digest:\n',
      '"{{ .Values.image.repository }}@{{ .Values.image.digest }}"'
    ),
    'web/values.yaml:2 x.azurecr.io/web@{{ .Values.image.digest }} exact'
  ]
]

describeWith('helm', 'a value that a chart leaves open', () => {
  test.each(open)('is told by its key: %s', async (_name, files, expected) => {
    const manifests = await load(files)
    expect([...placesOf(manifests)].sort()).toEqual([...expected].sort())
    expect(manifests.problems.map(problemLine)).toEqual([])
    expect(manifests.uses.filter(({ image }) => image.kind === 'invalid')).toEqual([])
  })

  test.each(judged)('leaves the host to be judged: %s', async (_name, files, place) => {
    const { uses } = await load(files)
    expect(uses).toHaveLength(1)
    expect(uses.map(placeOf)).toEqual([place])
    expect(uses[0]?.image).toMatchObject({
      kind: 'reference',
      reference: { domain: 'x.azurecr.io', repository: 'web', tag: null, digest: null }
    })
  })

  test('explains no image that is wrong for another reason', async () => {
    const { uses } = await load(
      chart('image: x.azurecr.io/Web:1\ntag: ""\n', '{{ .Values.image }}')
    )
    expect(uses.map(({ image }) => image.kind)).toEqual(['invalid'])
  })

  test('is open no more once it is passed', async () => {
    const files = chart('image: {repository: "", tag: latest}\n', two)
    const { uses } = await load(files, {
      helm: {
        valuesFiles: [],
        set: ['web:image.repository=x.azurecr.io/web'],
        releases: [],
        charts: {}
      }
    })
    expect(uses.map(({ image }) => image.text)).toEqual(['x.azurecr.io/web:latest'])
  })

  test('is unknown, with what would settle it', async () => {
    const facts = readFacts(JSON.stringify(worldNamed('contoso-one-pool')))
    const manifests = await load(chart('image: {repository: "", tag: latest}\n', two))
    const limits = { pod: 'error', container: 'error', field: 'warning', mention: 'note' } as const
    expect(judge([imageHostPlaceholder], judgePulls(manifests, facts), limits)).toMatchObject([
      {
        severity: 'unknown',
        message:
          "'{{ .Values.image.repository }}:latest' cannot be judged: the values of chart web leave image.repository empty",
        remediation: [
          { description: expect.stringContaining("--helm-set 'web:image.repository=VALUE'") }
        ]
      }
    ])
  })

  test.each([
    [
      'that the template demands',
      '{{ required "give it" .Values.image.repository }}',
      'image: {}\n'
    ],
    ['below nothing', '"{{ .Values.image.repository }}"', '{}\n']
  ])('is named where Helm cannot render without it: a value %s', async (_name, image, values) => {
    const { problems } = await load(chart(values, image))
    expect(problems.map(({ remediation }) => remediation)).toEqual([
      expect.stringContaining("--helm-set 'web:image.repository=VALUE'")
    ])
  })
})

describe('the release of a chart', () => {
  const named = {
    'web/Chart.yaml': chartFile('shop-web'),
    'web/templates/pod.yaml': pod('  - name: web', '    image: x.azurecr.io/{{ .Release.Name }}:1')
  }
  describeWith('helm', 'is', () => {
    test.each<[string, Files, readonly string[], string]>([
      ['the name of the chart', named, [], 'shop-web'],
      ['what the user says for all', named, ['prod'], 'prod'],
      ['what the user says for this chart', named, ['shop-web:mine', 'prod'], 'mine'],
      ['what the user says for its path', named, ['./web/:mine'], 'mine'],
      ['not what is said of another chart', named, ['api:mine'], 'shop-web'],
      [
        "Helm's own where the name is none for a release",
        { ...named, 'web/Chart.yaml': chartFile('Shop_Web') },
        [],
        'release-name'
      ]
    ])('%s', async (_name, files, releases, expected) => {
      const { uses } = await load(files, {
        helm: { valuesFiles: [], set: [], releases, charts: {} }
      })
      expect(uses.map(({ image }) => image.text)).toEqual([`x.azurecr.io/${expected}:1`])
    })
  })
})

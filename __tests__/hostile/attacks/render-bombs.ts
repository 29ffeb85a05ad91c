import { chart, chartYaml } from '../charts.ts'
import type { Expectation, Files, HostileCase } from '../hostile-case.ts'
import { kustomizeCase, overlayWith, type KustomizeRow } from '../kustomizations.ts'
import { goodImage, pod } from '../manifests.ts'

type Bomb = readonly [title: string, files: () => Files, expect: Expectation]

const gap = { code: 0, conclusion: 'inconclusive' } as const

const withTemplate = (template: string, files: Files = {}): Files =>
  chart({ 'deploy/chart/templates/more.yaml': template, ...files })

/** Work without an end, or without a bound. */
const chartBombs: readonly Bomb[] = [
  [
    'a loop of a trillion rounds',
    () => withTemplate('{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}'),
    gap
  ],
  [
    'a template that includes itself',
    () => withTemplate('{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}'),
    gap
  ],
  [
    'a template that calls itself',
    () => withTemplate('{{ define "x" }}{{ template "x" . }}{{ end }}{{ template "x" . }}'),
    gap
  ],
  [
    'tpl of a text that calls tpl of itself',
    () =>
      withTemplate('{{ tpl .Values.bomb . }}', {
        'deploy/chart/values.yaml': `image: ${goodImage}\nbomb: '{{ tpl .Values.bomb . }}{{ tpl .Values.bomb . }}'\n`
      }),
    gap
  ],
  [
    'a string of ten gigabytes',
    () =>
      withTemplate(
        '{{ $x := repeat 1000000 "0123456789" }}{{ range until 1000 }}{{ $x = print $x $x }}{{ end }}a: {{ $x }}'
      ),
    gap
  ],
  [
    'a list that doubles without end',
    () =>
      withTemplate(
        '{{ $x := list 1 2 3 }}{{ range until 100 }}{{ $x = concat $x $x }}{{ end }}a: {{ len $x }}'
      ),
    gap
  ],
  ['a sequence of a billion numbers', () => withTemplate('a: {{ len (until 1000000000) }}'), gap],
  [
    'output of a gigabyte',
    () =>
      withTemplate(
        '{{ $x := repeat 1000000 "# 23456789\\n" }}{{ range until 100 }}{{ $x }}{{ end }}'
      ),
    gap
  ],
  [
    'keys and certificates without end',
    () => withTemplate('{{ range until 100000 }}{{ $k := genPrivateKey "rsa" }}{{ end }}'),
    gap
  ],
  [
    'passwords that are hashed without end',
    () =>
      withTemplate(
        '{{ range until 100000 }}{{ $k := bcrypt "x" }}{{ $s := derivePassword 1 "long" "x" "x" "x" }}{{ end }}'
      ),
    gap
  ],
  [
    'an expression that searches for ever',
    () =>
      withTemplate(
        '{{ range until 100000 }}{{ $m := regexMatch "(a+)+(a+)+(a+)+b{1,500}c{1,500}" (repeat 10000 "a") }}{{ end }}'
      ),
    gap
  ],
  [
    'a hundred thousand pods',
    () =>
      withTemplate(
        `{{ range $i := until 100000 }}---\n${pod('contoso.azurecr.io/x{{ $i }}:1', 'x{{ $i }}')}{{ end }}`
      ),
    { code: [0, 3], conclusion: 'inconclusive' }
  ],
  [
    'values that are a bomb of aliases',
    () =>
      chart({
        'deploy/chart/values.yaml': `image: ${goodImage}\na0: &a0 x\n${Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(', ')}]`).join('\n')}\n`
      }),
    gap
  ],
  [
    'ten thousand templates',
    () =>
      chart(
        Object.fromEntries(
          Array.from({ length: 10_000 }, (_, index) => [
            `deploy/chart/templates/t${index}.yaml`,
            `# ${index}\n`
          ])
        )
      ),
    { code: 0 }
  ],
  [
    'thirty charts that each loop for ever',
    () =>
      Object.fromEntries(
        Array.from(
          { length: 30 },
          (_, index) =>
            [
              [`deploy/c${index}/Chart.yaml`, chartYaml],
              [
                `deploy/c${index}/templates/x.yaml`,
                '{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}'
              ]
            ] as const
        ).flat()
      ),
    gap
  ]
]

const kustomizationBombs: readonly KustomizeRow[] = [
  [
    'ten thousand patches',
    () =>
      overlayWith(
        `resources: [pod.yaml]\npatches:\n${Array.from({ length: 10_000 }, (_, index) => `- {target: {kind: Pod}, patch: '[{"op": "add", "path": "/metadata/labels", "value": {"a": "${index}"}}]'}`).join('\n')}\n`
      ),
    { code: 0 }
  ]
]

/** Work for the renderers that has no end, or no bound. */
export const renderBombs: readonly HostileCase[] = [
  ...chartBombs.map(([title, files, expect]): HostileCase => ({
    title: `a chart with ${title}`,
    needs: 'helm',
    attack: () => ({ files: files(), expect })
  })),
  ...kustomizationBombs.map(kustomizeCase)
]

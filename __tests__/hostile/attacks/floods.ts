import type { Attack, Entry, Files, HostileCase } from '../hostile-case.ts'
import { blockedImage, goodImage, pod } from '../manifests.ts'

type Row = readonly [
  title: string,
  files: () => Files,
  expect: Attack['expect'],
  rest?: Partial<Attack>
]

const file = (entry: Entry): Files => ({ 'deploy/x.yaml': entry })

const judged: Attack['expect'] = { code: [0, 1] }
const gap: Attack['expect'] = { code: 0, conclusion: 'inconclusive' }

const long = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length)

/** Image fields on which an expression that looks twice at a character would look for ever. */
const imageTexts: readonly (readonly [title: string, text: string])[] = [
  ['letters', long('a', 300_000)],
  ['dots and colons', long('.:', 300_000)],
  ['slashes', long('a/', 300_000)],
  ['a host without an end', `${long('a.', 300_000)}azurecr.io/x:1`],
  ['a path without an end', `contoso.azurecr.io/${long('a-_.', 300_000)}`],
  ['a tag without an end', `contoso.azurecr.io/x:${long('a', 300_000)}`],
  ['a digest without an end', `contoso.azurecr.io/x@sha256:${long('0', 300_000)}`],
  ['opened placeholders', long('${', 300_000)],
  ['opened templates', long('{{ ', 300_000)],
  ['closed placeholders', long('#{A}#', 300_000)],
  ['placeholders in placeholders', `${long('${A:-', 150_000)}${long('}', 30_000)}`],
  ['blanks', `contoso.azurecr.io/${' '.repeat(300_000)}x`],
  ['brackets', long('[', 300_000)],
  ['backslashes', long('\\', 300_000)],
  ['mail addresses', long('a@b.c ', 300_000)],
  ['escape sequences', long('\u001b[', 300_000)]
]

const images: readonly Row[] = imageTexts.map(([title, text]): Row => [
  `an image of 300,000 characters: ${title}`,
  () =>
    file(
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'x' },
        spec: { containers: [{ name: 'x', image: text }] }
      })
    ),
  judged
])

const containers = (count: number, image: (index: number) => string): string =>
  Array.from(
    { length: count },
    (_, index) => `  - {name: c${index}, image: '${image(index)}'}\n`
  ).join('')

const podOf = (lines: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n${more}  containers:\n${lines}`

const secrets = (count: number): string =>
  Array.from({ length: count }, (_, index) => `  - {name: s${index}}\n`).join('')

const products: readonly Row[] = [
  [
    '180,000 containers in one file',
    () => file(podOf(containers(180_000, index => `contoso.azurecr.io/a${index}:1`))),
    { code: [0, 3, 4] }
  ],
  [
    '180,000 blocked containers with one image',
    () => file(podOf(containers(180_000, () => blockedImage))),
    { code: [0, 1, 3] }
  ],
  [
    '101,000 pods in ten files',
    () =>
      Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [
          `deploy/x${index}.yaml`,
          Array.from({ length: 10_100 }, (_, at) => pod(goodImage, `p${at}`)).join('---\n')
        ])
      ),
    gap
  ],
  [
    '1,700 pull secrets for 1,700 containers',
    () =>
      file(
        podOf(
          containers(1_700, index => `contosoteam.azurecr.io/a${index}:1`),
          `  imagePullSecrets:\n${secrets(1_700)}`
        )
      ),
    judged
  ],
  [
    '1,700 pull secrets for 1,700 containers, in a workflow',
    () =>
      file(
        podOf(
          containers(1_700, index => `contosoteam.azurecr.io/a${index}:1`),
          `  imagePullSecrets:\n${secrets(1_700)}`
        )
      ),
    judged
  ],
  [
    '20,000 blocked images in one pod',
    () => file(podOf(containers(20_000, index => `contosoteam.azurecr.io/a${index}:1`))),
    gap
  ],
  [
    '10,000 blocked images in 1,000 pods',
    () =>
      file(
        Array.from({ length: 1_000 }, (_, pod) =>
          podOf(containers(10, index => `contosoteam.azurecr.io/a${pod}-${index}:1`)).replace(
            'name: x',
            `name: x${pod}`
          )
        ).join('---\n')
      ),
    { code: 1, conclusion: 'fail' }
  ],
  [
    '10,000 invalid images',
    () => file(podOf(containers(10_000, index => `contoso.azurecr.io/A${index}:::`))),
    judged
  ],
  [
    'a pull secret with 50,000 registries',
    () =>
      file(
        `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '${JSON.stringify({ auths: Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`r${index}.azurecr.io`, { auth: 'eDp5' }])) })}'\n---\n${podOf(
          containers(50, index => `contosoteam.azurecr.io/a${index}:1`),
          '  imagePullSecrets: [{name: s}]\n'
        )}`
      ),
    judged
  ],
  [
    'a pull secret nested a hundred thousand times',
    () =>
      file(
        `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: '${'{"auths":'.repeat(100_000)}'}\n---\n${podOf(
          containers(5, index => `contosoteam.azurecr.io/a${index}:1`),
          '  imagePullSecrets: [{name: s}]\n'
        )}`
      ),
    judged
  ],
  [
    '5,000 pull secrets of one name',
    () =>
      file(
        `${Array.from({ length: 5_000 }, () => 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: "{}"}\n').join('---\n')}---\n${podOf(
          containers(50, index => `contosoteam.azurecr.io/a${index}:1`),
          '  imagePullSecrets: [{name: s}]\n'
        )}`
      ),
    judged
  ],
  [
    '5,000 service accounts with 100 pull secrets each',
    () =>
      file(
        Array.from(
          { length: 5_000 },
          (_, index) =>
            `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a${index}}\nimagePullSecrets: [${Array.from({ length: 20 }, (_, at) => `{name: s${at}}`).join(', ')}]\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${index}}\nspec: {serviceAccountName: a${index}, containers: [{name: x, image: '${blockedImage}'}]}\n`
        ).join('---\n')
      ),
    judged
  ],
  [
    'tolerations, selectors and affinities by the thousand',
    () =>
      file(
        podOf(
          containers(200, index => `contosoteam.azurecr.io/a${index}:1`),
          `  tolerations: [${long('{operator: Exists}, ', 60_000)}{operator: Exists}]\n  nodeSelector: {${Array.from({ length: 5_000 }, (_, index) => `k${index}: v`).join(', ')}}\n  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [${Array.from({ length: 3_000 }, (_, index) => `{matchExpressions: [{key: k${index}, operator: NotIn, values: [a]}]}`).join(', ')}]}}}\n`
        )
      ),
    judged
  ],
  [
    'a name, a namespace and labels of a megabyte',
    () =>
      file(
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: {
            name: long('n', 1_000_000),
            namespace: long('s', 1_000_000),
            labels: { x: long('l', 1_000_000) }
          },
          spec: { containers: [{ name: long('c', 1_000_000), image: blockedImage }] }
        })
      ),
    { code: 1, conclusion: 'fail' }
  ],
  [
    'a name of a megabyte for each of five pods with fifty images',
    () =>
      file(
        Array.from(
          { length: 5 },
          (_, index) =>
            `apiVersion: v1\nkind: Pod\nmetadata: {name: ${long('n', 1_000_000)}${index}}\nspec:\n  containers:\n${containers(50, at => `contosoteam.azurecr.io/a${at}:1`)}`
        ).join('---\n')
      ),
    judged
  ]
]

const shapes: readonly Row[] = [
  ['ten megabytes in one line', () => file(`a: "${long('x ', 10_000_000)}"\n`), { code: 0 }],
  ['ten megabytes of comments', () => file(long('# x\n', 10_000_000)), { code: 0 }],
  ['ten megabytes of document marks', () => file(long('---\n', 10_000_000)), { code: 0 }],
  ['ten megabytes of empty lists', () => file(long('- []\n', 9_000_000)), { code: 0 }],
  [
    'ten megabytes of image fields in no object',
    () => file(long('- {image: a.io/b}\n', 9_000_000)),
    { code: [0, 4] }
  ],
  ['ten megabytes of quotes', () => file(long("'", 10_000_000)), { code: 0 }],
  ['ten megabytes of opened brackets', () => file(long('[', 10_000_000)), { code: 0 }],
  ['ten megabytes of question marks', () => file(long('? ', 10_000_000)), { code: 0 }],
  ['ten megabytes of blanks', () => file(long(' ', 10_000_000)), { code: 0 }],
  [
    'ten megabytes of anchors',
    () =>
      file(
        Array.from({ length: 400_000 }, (_, index) => `- &a${index} x\n- *a${index}\n`).join('')
      ),
    { code: 0 }
  ],
  ['ten megabytes of block scalars', () => file(long('a: |\n  x\n---\n', 10_000_000)), { code: 0 }],
  [
    'one block of text with a manifest in each line',
    () =>
      file(
        `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  x: |\n${long('    image: contoso.azurecr.io/a:1\n', 4_000_000)}`
      ),
    judged
  ],
  [
    'JSON in JSON in JSON',
    () =>
      file(
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'x' },
          data: { x: nestedJson(18) }
        })
      ),
    { code: 0 }
  ],
  [
    'annotations that hold manifests by the thousand',
    () =>
      file(
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            name: 'x',
            annotations: Object.fromEntries(
              Array.from({ length: 5_000 }, (_, index) => [`a${index}`, pod(goodImage)])
            )
          }
        })
      ),
    judged
  ],
  [
    '5,000 files',
    () =>
      Object.fromEntries(
        Array.from({ length: 5_000 }, (_, index) => [
          `deploy/f/${index}.yaml`,
          pod(goodImage, `p${index}`)
        ])
      ),
    { code: 0, conclusion: 'pass' }
  ],
  [
    '20,000 folders',
    () =>
      Object.fromEntries(
        Array.from({ length: 20_000 }, (_, index) => [
          `deploy/f/${index % 100}/${index}`,
          { folder: true } as const
        ])
      ),
    { code: 0 }
  ],
  [
    'folders a thousand deep',
    () => ({ [`deploy/${'d/'.repeat(1000)}x.yaml`]: pod(goodImage, 'deep') }),
    { code: 0 }
  ],
  [
    '5,000 links to one file',
    () =>
      Object.fromEntries(
        Array.from({ length: 5_000 }, (_, index) => [
          `deploy/f/${index}.yaml`,
          { link: '../good.yaml' }
        ])
      ),
    { code: 0 }
  ],
  [
    'links that let one folder appear a million times',
    () =>
      Object.fromEntries(
        Array.from(
          { length: 20 },
          (_, index) =>
            [
              [`l/${index}/a`, { link: `../${index + 1}` }],
              [`l/${index}/b`, { link: `../${index + 1}` }]
            ] as const
        ).flat()
      ),
    { code: 0 },
    { paths: ['deploy', 'l'] }
  ],
  [
    '3,000 GitOps objects that deploy one folder',
    () =>
      file(
        Array.from(
          { length: 3_000 },
          (_, index) =>
            `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k${index}}\nspec: {path: ./deploy, targetNamespace: n${index}, sourceRef: {kind: GitRepository, name: x}}\n`
        ).join('---\n')
      ),
    judged
  ]
]

/** JSON whose text is JSON whose text is JSON; each level doubles the backslashes. */
function nestedJson(levels: number): string {
  let text = pod(goodImage)
  for (let level = 0; level < levels; level++) text = JSON.stringify(text)
  return text.slice(0, 5_000_000)
}

/** Size and number, of which a run takes a bounded share. */
export const floodAttacks: readonly HostileCase[] = [...images, ...products, ...shapes].map(
  ([title, files, expect, rest]): HostileCase => ({
    title,
    ...(title.endsWith('in a workflow') ? { door: 'action' as const } : {}),
    attack: () => ({ files: files(), ...rest, expect })
  })
)

import type { HostileCase } from '../hostile-case.ts'
import { kustomizeCase, leaking, overlayWith, type KustomizeRow } from '../kustomizations.ts'
import { goodImage, pod } from '../manifests.ts'

/** Every field in which kustomize would take a URL, or what looks like one to it. */
const fetching: readonly KustomizeRow[] = (
  [
    ['resources', url => `resources: [pod.yaml, '${url}/x.yaml']\n`],
    ['resources, as a repository', url => `resources: [pod.yaml, '${url}/shop.git?ref=main']\n`],
    ['resources, with git:: before it', url => `resources: [pod.yaml, 'git::${url}/shop.git']\n`],
    [
      'resources, over ssh',
      url => `resources: [pod.yaml, 'ssh://git@${new URL(url).host}/shop.git']\n`
    ],
    [
      'resources, as scp writes it',
      url => `resources: [pod.yaml, 'git@127.0.0.1:${new URL(url).port}/shop.git']\n`
    ],
    [
      'resources, with a scheme in capitals',
      url => `resources: [pod.yaml, '${url.replace('http', 'HTTP')}/x.yaml']\n`
    ],
    ['resources, after a blank', url => `resources: [pod.yaml, ' ${url}/x.yaml']\n`],
    ['bases', url => `resources: [pod.yaml]\nbases: ['${url}/base']\n`],
    ['components', url => `resources: [pod.yaml]\ncomponents: ['${url}/component']\n`],
    ['crds', url => `resources: [pod.yaml]\ncrds: ['${url}/crd.json']\n`],
    ['configurations', url => `resources: [pod.yaml]\nconfigurations: ['${url}/config.yaml']\n`],
    ['openapi', url => `resources: [pod.yaml]\nopenapi: {path: '${url}/openapi.json'}\n`],
    ['patches', url => `resources: [pod.yaml]\npatches: [{path: '${url}/patch.yaml'}]\n`],
    [
      'patchesStrategicMerge',
      url => `resources: [pod.yaml]\npatchesStrategicMerge: ['${url}/patch.yaml']\n`
    ],
    [
      'patchesJson6902',
      url =>
        `resources: [pod.yaml]\npatchesJson6902: [{target: {version: v1, kind: Pod, name: overlay}, path: '${url}/patch.json'}]\n`
    ],
    [
      'replacements',
      url => `resources: [pod.yaml]\nreplacements: [{path: '${url}/replacement.yaml'}]\n`
    ],
    ['configMapGenerator files', url => leaking(`files: ['token=${url}/token']`, 'token')],
    ['configMapGenerator envs', url => leaking(`envs: ['${url}/token']`, 'token')],
    ['configMapGenerator env', url => leaking(`env: '${url}/token'`, 'token')],
    [
      'secretGenerator files',
      url => `resources: [pod.yaml]\nsecretGenerator: [{name: x, files: ['token=${url}/token']}]\n`
    ],
    ['generators', url => `resources: [pod.yaml]\ngenerators: ['${url}/generator.yaml']\n`],
    ['transformers', url => `resources: [pod.yaml]\ntransformers: ['${url}/transformer.yaml']\n`],
    ['validators', url => `resources: [pod.yaml]\nvalidators: ['${url}/validator.yaml']\n`],
    [
      'helmCharts',
      url =>
        `resources: [pod.yaml]\nhelmCharts: [{name: x, repo: '${url}', version: 1.0.0, releaseName: x}]\n`
    ],
    [
      'helmChartInflationGenerator',
      url =>
        `resources: [pod.yaml]\nhelmChartInflationGenerator: [{chartName: x, chartRepoUrl: '${url}', chartVersion: 1.0.0}]\n`
    ]
  ] satisfies (readonly [string, (url: string) => string])[]
).map(([field, kustomization]): KustomizeRow => [
  `a URL in ${field}`,
  ({ url }) => overlayWith(kustomization(url))
])

/** Paths that lead out, in each field that has one. */
const leaving: readonly KustomizeRow[] = [
  ['resources outside', () => overlayWith('resources: [pod.yaml, ../../../outside]\n')],
  [
    'an absolute path',
    ({ outside }) => overlayWith(leaking(`files: ['token=${outside}/secret.txt']`, 'token'))
  ],
  [
    'crds outside',
    () => overlayWith('resources: [pod.yaml]\ncrds: [../../../outside/secret.yaml]\n')
  ],
  [
    'configurations outside',
    () => overlayWith('resources: [pod.yaml]\nconfigurations: [../../../outside/secret.yaml]\n')
  ],
  [
    'openapi outside',
    () => overlayWith('resources: [pod.yaml]\nopenapi: {path: ../../../outside/secret.txt}\n')
  ],
  [
    'replacements outside',
    () =>
      overlayWith('resources: [pod.yaml]\nreplacements: [{path: ../../../outside/secret.yaml}]\n')
  ],
  [
    'patches outside',
    () => overlayWith('resources: [pod.yaml]\npatches: [{path: ../../../outside/secret.yaml}]\n')
  ],
  ['envs outside', () => overlayWith(leaking('envs: [../../../outside/values.yaml]', 'secret'))],
  [
    'a component outside',
    () => overlayWith('resources: [pod.yaml]\ncomponents: [../../../outside]\n')
  ],
  [
    'a chart home outside',
    () =>
      overlayWith(
        'resources: [pod.yaml]\nhelmGlobals: {chartHome: ../../../outside}\nhelmCharts: [{name: chart, releaseName: x}]\n'
      )
  ],
  [
    'a repository of git outside',
    ({ outside }) => overlayWith(`resources: [pod.yaml, 'file://${outside}/shop.git?ref=main']\n`)
  ],
  ['a key in another case', () => overlayWith('Resources: [pod.yaml, ../../../outside]\n')],
  [
    'a key with a letter that folds',
    () => overlayWith('re\u017fources: [pod.yaml, ../../../outside]\n')
  ],
  [
    'a tag, an anchor and a merge',
    () =>
      overlayWith(
        'x: &x {files: [token=../../../outside/secret.txt]}\nresources: [!!str pod.yaml]\nconfigMapGenerator: [{name: y, <<: *x}]\n'
      )
  ],
  [
    'a second document',
    () => overlayWith('resources: [pod.yaml]\n---\nresources: [../../../outside]\n')
  ]
]

const circles: readonly KustomizeRow[] = [
  ['itself as a base', () => overlayWith('resources: [pod.yaml, .]\n')],
  [
    'a base that has it as a base',
    () =>
      overlayWith('resources: [pod.yaml, ../other]\n', {
        '../other/kustomization.yaml': 'resources: [../overlay]\n'
      })
  ],
  [
    'three hundred bases one upon another',
    () => ({
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [
          `deploy/k${index}/kustomization.yaml`,
          index === 299 ? 'resources: [pod.yaml]\n' : `resources: [../k${index + 1}]\n`
        ])
      ),
      'deploy/k299/pod.yaml': pod(goodImage, 'deep')
    }),
    { code: 0 }
  ],
  [
    'bases that double at each level',
    () => ({
      ...Object.fromEntries(
        Array.from(
          { length: 25 },
          (_, index) =>
            [
              [
                `deploy/k${index}/kustomization.yaml`,
                index === 24
                  ? 'resources: [pod.yaml]\n'
                  : `resources: [../k${index + 1}, ../l${index + 1}]\n`
              ],
              [
                `deploy/l${index + 1}/kustomization.yaml`,
                `resources: [../k${index + 1}]\nnamePrefix: l-\n`
              ]
            ] as const
        ).flat()
      ),
      'deploy/k24/pod.yaml': pod(goodImage, 'deep')
    })
  ],
  [
    'a patch whose path is an expression that searches for ever',
    () =>
      overlayWith(
        `resources: [pod.yaml]\npatches: [{target: {name: '(a+)+(a+)+(a+)+$', kind: '.*.*.*.*x'}, patch: '[]'}]\n`
      ),
    { code: 0 }
  ]
]

const words: readonly KustomizeRow[] = [
  [
    'resources whose names are hostile',
    ({ fresh }) =>
      overlayWith(JSON.stringify({ resources: ['pod.yaml', fresh.any(), fresh.all()] }))
  ],
  [
    'an error that repeats hostile words',
    ({ fresh }) =>
      overlayWith(JSON.stringify({ resources: ['pod.yaml'], patches: [{ patch: fresh.all() }] }))
  ],
  [
    'a prefix, labels and images of hostile words',
    ({ fresh }) =>
      overlayWith(
        JSON.stringify({
          resources: ['pod.yaml'],
          namePrefix: fresh.any(),
          labels: [{ pairs: { [fresh.line()]: fresh.any() } }],
          images: [
            { name: 'contoso.azurecr.io/shop/web', newName: `contoso.azurecr.io/${fresh.any()}` }
          ]
        })
      ),
    { code: [0, 1] }
  ]
]

/** What a kustomization may not do. */
export const kustomizeAttacks: readonly HostileCase[] = [
  ...fetching,
  ...leaving,
  ...circles,
  ...words
].map(kustomizeCase)

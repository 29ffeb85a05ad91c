import { archive, type Member } from '../harness/archives.ts'
import { chart, chartWithImage, chartYaml } from '../charts.ts'
import type { Attack, Files, HostileCase, Scene } from '../hostile-case.ts'
import { goodImage, pod } from '../manifests.ts'

type Row = readonly [
  title: string,
  files: (scene: Scene) => Files,
  expect: Attack['expect'],
  rest?: (scene: Scene) => Partial<Attack>
]

const gap = { code: 0, conclusion: 'inconclusive' } as const
const nothingFound = { code: 0, conclusion: 'pass', images: ['contoso.azurecr.io/none:1'] } as const

const withTemplate = (template: string, files: Files = {}): Files =>
  chart({ 'deploy/chart/templates/more.yaml': template, ...files })

/** Functions that would reach beyond the chart; each says `none` where it finds nothing. */
const reaching: readonly Row[] = [
  [
    '.Files.Get of absolute and climbing paths',
    ({ outside }) =>
      chartWithImage(
        `contoso.azurecr.io/{{ print (.Files.Get "../../../outside/secret.txt") (.Files.Get "${outside}/secret.txt") (.Files.Get "/etc/hostname") | trim | default "none" }}:1`
      ),
    nothingFound
  ],
  [
    '.Files.Glob of everything above',
    () =>
      chartWithImage(
        'contoso.azurecr.io/{{ len (.Files.Glob "../**") | toString | replace "0" "none" }}:1'
      ),
    nothingFound
  ],
  [
    'lookup in a cluster',
    () =>
      chartWithImage(
        'contoso.azurecr.io/{{ len (lookup "v1" "Secret" "" "") | toString | replace "0" "none" }}:1'
      ),
    nothingFound,
    ({ url }) => ({
      environment: {
        KUBERNETES_SERVICE_HOST: '127.0.0.1',
        KUBERNETES_SERVICE_PORT: new URL(url).port
      }
    })
  ],
  [
    'lookup in a cluster of a kubeconfig of the pull request',
    ({ url }) => ({
      ...chartWithImage(
        'contoso.azurecr.io/{{ len (lookup "v1" "Secret" "" "") | toString | replace "0" "none" }}:1'
      ),
      kubeconfig: `apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: '${url}'}}]\ncontexts: [{name: c, context: {cluster: c, user: c}}]\nusers: [{name: c}]\ncurrent-context: c\n`
    }),
    nothingFound,
    ({ workspace }) => ({ environment: { KUBECONFIG: `${workspace}/kubeconfig` } })
  ],
  [
    'getHostByName, which asks the name service',
    () => chartWithImage('contoso.azurecr.io/{{ getHostByName "localhost" | default "none" }}:1'),
    nothingFound
  ],
  [
    'a dependency in a folder outside',
    () => ({
      ...chart({
        'deploy/chart/Chart.yaml': `${chartYaml}dependencies: [{name: outside, version: 1.0.0, repository: 'file://../../../outside/chart'}]\n`
      })
    }),
    gap
  ],
  [
    'a dependency from the network',
    ({ url }) =>
      chart({
        'deploy/chart/Chart.yaml': `${chartYaml}dependencies: [{name: x, version: 1.0.0, repository: '${url}'}, {name: y, version: 1.0.0, repository: 'oci://${new URL(url).host}/charts'}]\n`
      }),
    gap
  ],
  [
    'a schema of values that refers to a file outside',
    ({ outside }) =>
      chart({
        'deploy/chart/values.schema.json': JSON.stringify({
          properties: { image: { $ref: `file://${outside}/secret.txt` } }
        })
      }),
    { code: 0 }
  ],
  [
    'a schema of values that refers to a host',
    ({ url }) =>
      chart({
        'deploy/chart/values.schema.json': JSON.stringify({
          $schema: 'http://json-schema.org/draft-07/schema#',
          properties: { image: { $ref: `${url}/schema.json` } }
        })
      }),
    { code: 0 }
  ],
  [
    'a schema of values whose own schema is on a host',
    ({ url }) =>
      chart({
        'deploy/chart/values.schema.json': JSON.stringify({
          $schema: `${url}/meta.json`,
          $id: `${url}/x.json`
        })
      }),
    { code: 0 }
  ],
  [
    'a plugin and a repository file of the pull request',
    ({ url }) => ({
      ...chart(),
      'deploy/plugins/evil/plugin.yaml':
        'name: evil\nversion: 1.0.0\ncommand: touch evil\nhooks: {install: touch evil}\n',
      'deploy/repositories.yaml': `apiVersion: ''\nrepositories: [{name: x, url: '${url}'}]\n`
    }),
    { code: 0 },
    ({ workspace }) => ({
      environment: {
        HELM_PLUGINS: `${workspace}/deploy/plugins`,
        HELM_REPOSITORY_CONFIG: `${workspace}/deploy/repositories.yaml`,
        HELM_DRIVER: 'sql'
      }
    })
  ],
  [
    'a post-renderer that the environment names',
    () => chart(),
    { code: 0 },
    () => ({ environment: { HELM_POST_RENDERER: './evil.sh' } })
  ]
]

const subchart = (members: readonly Member[]): Uint8Array =>
  archive([
    { name: 'sub/Chart.yaml', text: 'apiVersion: v2\nname: sub\nversion: 1.0.0\n' },
    ...members
  ])

/** Archives of subcharts, which Helm unpacks in memory. */
const archives: readonly Row[] = [
  [
    'an archive with a link to a file outside',
    ({ outside }) =>
      chart({
        'deploy/chart/charts/sub-1.0.0.tgz': subchart([
          { name: 'sub/templates/x.yaml', link: `${outside}/secret.yaml` }
        ])
      }),
    { code: 0 }
  ],
  [
    'an archive with a hard link to a file outside',
    ({ outside }) =>
      chart({
        'deploy/chart/charts/sub-1.0.0.tgz': subchart([
          { name: 'sub/templates/x.yaml', link: `${outside}/secret.yaml`, hard: true }
        ])
      }),
    { code: 0 }
  ],
  [
    'an archive with paths that climb out',
    () =>
      chart({
        'deploy/chart/charts/sub-1.0.0.tgz': subchart([
          { name: '../../../../outside/x.yaml', text: pod(goodImage) },
          { name: 'sub/../../x.yaml', text: 'x' },
          { name: '/tmp/x.yaml', text: 'x' }
        ])
      }),
    gap
  ],
  [
    'an archive that unpacks to two gigabytes',
    () =>
      chart({
        'deploy/chart/charts/sub-1.0.0.tgz': subchart(
          Array.from({ length: 40 }, (_, index) => ({
            name: `sub/files/z${index}`,
            zeros: 5_000_000
          }))
        )
      }),
    gap
  ],
  [
    'an archive that is none',
    () => chart({ 'deploy/chart/charts/sub-1.0.0.tgz': 'no archive' }),
    gap
  ],
  [
    'an archive of a chart as a file of its own',
    ({ outside }) => ({
      'deploy/shop-1.0.0.tgz': archive([
        { name: 'shop/Chart.yaml', text: chartYaml },
        { name: 'shop/templates/x.yaml', link: `${outside}/secret.yaml` }
      ])
    }),
    { code: 0 }
  ]
]

/** Words that helm repeats. */
const words: readonly Row[] = [
  [
    'fail with hostile words',
    ({ fresh }) => withTemplate(`{{ fail ${JSON.stringify(fresh.all())} }}`),
    gap
  ],
  [
    'required with hostile words',
    ({ fresh }) => withTemplate(`a: {{ required ${JSON.stringify(fresh.all())} .Values.nothing }}`),
    gap
  ],
  [
    'values of hostile words',
    ({ fresh }) =>
      withTemplate('a: {{ .Values.words | toJson }}\nimage: {{ .Values.words | toJson }}\n', {
        'deploy/chart/values.yaml': `image: ${goodImage}\nwords: ${JSON.stringify(fresh.all())}\n`
      }),
    { code: [0, 1] }
  ],
  [
    'a template whose name is hostile',
    ({ fresh }) => chart({ [`deploy/chart/templates/${fresh.name()}.yaml`]: '{{ fail "no" }}' }),
    gap
  ],
  [
    'a chart whose name, version and folder are hostile',
    ({ fresh }) => ({
      [`deploy/${fresh.name()}/Chart.yaml`]: JSON.stringify({
        apiVersion: 'v2',
        name: fresh.all(),
        version: fresh.line()
      }),
      [`deploy/x${fresh.name()}/Chart.yaml`]: chartYaml,
      [`deploy/x${fresh.name()}/templates/x.yaml`]: pod(goodImage)
    }),
    { code: 0 }
  ],
  [
    'comments that claim another source',
    ({ outside }) =>
      withTemplate(
        `# Source: shop/../../../outside/secret.yaml\n${pod('contoso.azurecr.io/claimed:1', 'claimed')}---\n# Source: ${outside}/secret.yaml\n`
      ),
    { code: 0, images: ['contoso.azurecr.io/claimed:1'] }
  ]
]

/** What a chart may not do. */
export const helmAttacks: readonly HostileCase[] = [...reaching, ...archives, ...words].map(
  ([title, files, expect, rest]): HostileCase => ({
    title: `a chart with ${title}`,
    needs: 'helm',
    attack: scene => ({ files: files(scene), ...rest?.(scene), expect })
  })
)

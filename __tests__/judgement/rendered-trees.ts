import type { LoadRequest } from '../../src/manifests/load.ts'
import type { Files } from './less-documents.ts'

/** A workspace whose pulls depend on what renderers make of it: nodes may pull from contoso, and not from fabrikam. */
export type Tree = readonly [name: string, files: Files, request?: Partial<LoadRequest>]

type Pod = { readonly image?: string; readonly spec?: string; readonly namespace?: string }

const deployment = (name: string, { image, spec, namespace }: Pod = {}): string =>
  [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: ${name}`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    'spec:',
    `  selector: {matchLabels: {app: ${name}}}`,
    '  template:',
    `    metadata: {labels: {app: ${name}}}`,
    '    spec:',
    ...(spec === undefined ? [] : [`      ${spec}`]),
    '      containers:',
    `        - name: ${name}`,
    `          image: ${image ?? 'fabrikam.azurecr.io/shop/web:1'}`,
    ''
  ].join('\n')

const kustomization = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

/** For a docker config that signs in at fabrikam, as a user of whom nobody knows what the registry lets it do. */
const dockerConfig = Buffer.from(
  JSON.stringify({
    auths: { 'fabrikam.azurecr.io': { username: 'ci-user', password: 'invented' } }
  })
).toString('base64')

const secret = (name: string, namespace?: string): string =>
  [
    'apiVersion: v1',
    'kind: Secret',
    'type: kubernetes.io/dockerconfigjson',
    `metadata: {name: ${name}${namespace === undefined ? '' : `, namespace: ${namespace}`}}`,
    `data: {.dockerconfigjson: ${dockerConfig}}`,
    ''
  ].join('\n')

const account = (name: string, secrets: string, namespace?: string): string =>
  [
    'apiVersion: v1',
    'kind: ServiceAccount',
    `metadata: {name: ${name}${namespace === undefined ? '' : `, namespace: ${namespace}`}}`,
    `imagePullSecrets: [${secrets}]`,
    ''
  ].join('\n')

const base = {
  'base/kustomization.yaml': kustomization('resources: [deployment.yaml]'),
  'base/deployment.yaml': deployment('web')
}

const chart = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/values.yaml': 'image: fabrikam.azurecr.io/shop/web:1\n',
  'chart/templates/web.yaml': deployment('web', { image: '{{ .Values.image }}' })
}

export const kustomizeTrees: readonly Tree[] = [
  ['a base as it is', base],
  [
    'an overlay that renames the image',
    {
      ...base,
      'prod/kustomization.yaml': kustomization(
        'resources: [../base]',
        'images: [{name: fabrikam.azurecr.io/shop/web, newName: contoso.azurecr.io/shop/web}]'
      )
    }
  ],
  [
    'an overlay that names a pull secret by a patch in a file',
    {
      ...base,
      'prod/kustomization.yaml': kustomization(
        'resources: [../base, secret.yaml]',
        'patches: [{path: patch.yaml}]'
      ),
      'prod/patch.yaml': deployment('web', { spec: 'imagePullSecrets: [{name: pull}]' }),
      'prod/secret.yaml': secret('pull')
    }
  ],
  [
    'a component that names a pull secret',
    {
      ...base,
      'pull/kustomization.yaml': kustomization(
        'apiVersion: kustomize.config.k8s.io/v1alpha1',
        'kind: Component',
        'patches:',
        '  - target: {kind: Deployment}',
        '    patch: |-',
        '      - {op: add, path: /spec/template/spec/imagePullSecrets, value: [{name: pull}]}'
      ),
      'prod/kustomization.yaml': kustomization('resources: [../base]', 'components: [../pull]')
    }
  ],
  [
    'a namespace in which the account brings a pull secret',
    {
      ...base,
      'prod/kustomization.yaml': kustomization(
        'namespace: shop',
        'resources: [../base, account.yaml, secret.yaml]'
      ),
      'prod/account.yaml': account('default', '{name: pull}'),
      'prod/secret.yaml': secret('pull')
    }
  ],
  [
    'two overlays, one of which renames',
    {
      ...base,
      'dev/kustomization.yaml': kustomization('resources: [../base]'),
      'prod/kustomization.yaml': kustomization(
        'resources: [../base]',
        'images: [{name: fabrikam.azurecr.io/shop/web, newName: contoso.azurecr.io/shop/web}]'
      )
    }
  ],
  [
    'a secret generator',
    {
      'kustomization.yaml': kustomization(
        'resources: [deployment.yaml]',
        'secretGenerator:',
        '  - name: pull',
        '    type: kubernetes.io/dockerconfigjson',
        '    files: [.dockerconfigjson=config.json]'
      ),
      'deployment.yaml': deployment('web', { spec: 'imagePullSecrets: [{name: pull}]' }),
      'config.json': Buffer.from(dockerConfig, 'base64').toString()
    }
  ],
  [
    'a plain pod beside an overlay that has nothing to do with it',
    {
      ...base,
      'prod/kustomization.yaml': kustomization('resources: [../base]', 'nameSuffix: -prod'),
      'other/web.yaml': deployment('other', { image: 'contoso.azurecr.io/shop/web:1' })
    }
  ]
]

export const helmTrees: readonly Tree[] = [
  ['a chart as it is', chart],
  [
    'values of another file',
    { ...chart, 'prod.yaml': 'image: contoso.azurecr.io/shop/web:1\n' },
    { paths: ['chart'], helm: { valuesFiles: ['prod.yaml'], set: [], releases: [], charts: {} } }
  ],
  [
    'values that are set',
    chart,
    {
      paths: ['chart'],
      helm: {
        valuesFiles: [],
        set: ['image=contoso.azurecr.io/shop/web:1'],
        releases: [],
        charts: {}
      }
    }
  ],
  [
    'a chart whose values name a pull secret',
    {
      ...chart,
      'chart/values.yaml': 'image: fabrikam.azurecr.io/shop/web:1\npullSecrets: [{name: pull}]\n',
      'chart/templates/web.yaml': deployment('web', {
        image: '{{ .Values.image }}',
        spec: 'imagePullSecrets: {{ toJson .Values.pullSecrets }}'
      }),
      'chart/templates/secret.yaml': secret('pull')
    }
  ],
  [
    'a chart with an account that brings a pull secret',
    {
      ...chart,
      'chart/templates/account.yaml': account('default', '{name: pull}'),
      'chart/templates/secret.yaml': secret('pull')
    }
  ],
  [
    'a chart beside a plain pod',
    {
      ...chart,
      'plain/web.yaml': deployment('plain', { image: 'contoso.azurecr.io/shop/web:1' })
    }
  ]
]

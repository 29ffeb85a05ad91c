import type { Tree } from './rendered-trees.ts'

const meta = (name: string): string => `metadata: {name: ${name}, namespace: gitops}\n`

/** A path as Flux deploys it; lines of its spec. */
const flux = (path: string, ...spec: readonly string[]): string =>
  [
    'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization',
    `${meta('apps')}spec:`,
    `  path: ${path}`,
    ...spec.map(line => `  ${line}`),
    ''
  ].join('\n')

const release = (...spec: readonly string[]): string =>
  [
    'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease',
    `${meta('web')}spec:`,
    '  chart: {spec: {chart: ./chart, sourceRef: {kind: GitRepository, name: self}}}',
    ...spec.map(line => `  ${line}`),
    ''
  ].join('\n')

const argo = (...source: readonly string[]): string =>
  [
    'apiVersion: argoproj.io/v1alpha1\nkind: Application',
    `${meta('apps')}spec:`,
    '  destination: {namespace: shop}',
    '  source:',
    ...source.map(line => `    ${line}`),
    ''
  ].join('\n')

const pod = (image: string, rest = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n${rest}  containers:\n    - name: web\n      image: ${image}\n`

const [refused, granted] = ['fabrikam.azurecr.io/shop/web:1', 'contoso.azurecr.io/shop/web']

/** Pulled by nobody before another image is put in its place, or the other way round. */
const renames = `images: [{name: fabrikam.azurecr.io/shop/web, newName: ${granted}}]`
const renamesBack = `images: [{name: ${granted}, newName: fabrikam.azurecr.io/shop/web}]`

const built = {
  'apps/kustomization.yaml': 'resources: [pod.yaml]\n',
  'apps/pod.yaml': pod(refused)
}

const chart = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/values.yaml': `image: ${refused}\n`,
  'chart/templates/web.yaml': pod('{{ .Values.image }}')
}

const account = `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default, namespace: shop}\nimagePullSecrets: [{name: pull}]\n`

/** What a later stage makes of manifests that stand in the repository: nodes may pull from contoso, and not from fabrikam. */
export const gitopsTrees: readonly Tree[] = [
  [
    'Flux puts an image that may be pulled in place of one that may not',
    { ...built, 'flux.yaml': flux('./apps', renames) }
  ],
  [
    'Flux puts an image that may not be pulled in place of one that may',
    { ...built, 'apps/pod.yaml': pod(`${granted}:1`), 'flux.yaml': flux('./apps', renamesBack) }
  ],
  [
    'Flux renames in a path without a kustomization',
    { 'apps/pod.yaml': pod(refused), 'flux.yaml': flux('./apps', renames) }
  ],
  [
    'Flux patches the image',
    {
      ...built,
      'flux.yaml': flux(
        './apps',
        'patches:',
        '  - target: {kind: Pod}',
        `    patch: '[{op: replace, path: /spec/containers/0/image, value: "${granted}:1"}]'`
      )
    }
  ],
  [
    'Flux fills in the registry',
    {
      'apps/pod.yaml': pod('${registry}.azurecr.io/shop/web:1'),
      'flux.yaml': flux('./apps', 'postBuild: {substitute: {registry: contoso}}')
    }
  ],
  [
    'Flux fills in another registry than the default',
    {
      'apps/pod.yaml': pod('${registry:=fabrikam}.azurecr.io/shop/web:1'),
      'flux.yaml': flux('./apps', 'postBuild: {substitute: {registry: contoso}}')
    }
  ],
  [
    'Flux deploys to the namespace whose account brings a pull secret',
    {
      'apps/pod.yaml': pod(refused),
      'accounts/account.yaml': account,
      'flux.yaml': flux('./apps', 'targetNamespace: shop')
    }
  ],
  [
    'a HelmRelease has values of its own',
    { ...chart, 'release.yaml': release(`values: {image: '${granted}:1'}`) }
  ],
  [
    'a HelmRelease has values of a ConfigMap',
    {
      ...chart,
      'release.yaml': release('valuesFrom: [{kind: ConfigMap, name: settings}]'),
      'settings.yaml': `apiVersion: v1\nkind: ConfigMap\n${meta('settings')}data:\n  values.yaml: |\n    image: ${granted}:1\n`
    }
  ],
  [
    'Argo CD renames the image of a kustomization',
    {
      ...built,
      'app.yaml': argo(
        'path: apps',
        `kustomize: {images: ['fabrikam.azurecr.io/shop/web=${granted}:1']}`
      )
    }
  ],
  [
    'Argo CD has values for a chart',
    { ...chart, 'app.yaml': argo('path: chart', `helm: {valuesObject: {image: '${granted}:1'}}`) }
  ],
  [
    'Argo CD has a parameter for a chart',
    {
      ...chart,
      'app.yaml': argo('path: chart', `helm: {parameters: [{name: image, value: '${granted}:1'}]}`)
    }
  ],
  [
    'Argo CD deploys to the namespace whose account brings a pull secret',
    {
      'apps/pod.yaml': pod(refused),
      'accounts/account.yaml': account,
      'app.yaml': argo('path: apps')
    }
  ]
]

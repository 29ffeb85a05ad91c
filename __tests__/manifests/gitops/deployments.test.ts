import { expect, test } from '@jest/globals'
import { worldWithoutTools } from '../binaries.ts'
import { load, podWith, type Files } from '../workspace-files.ts'

const flux = (path: string, spec: string): string =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\nspec: {path: ${path}, ${spec}}\n`

const argo = (namespace: string, sources: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: apps}\nspec: {destination: {namespace: ${namespace}}, ${sources}}\n`

const pod = podWith('contoso.azurecr.io/app:1')
const named = pod.replace('  name: web\n', '  name: web\n  namespace: own\n')
const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default}\n'

test.each<[name: string, files: Files, expected: readonly string[]]>([
  [
    'the target namespace of Flux is for objects that name none',
    { 'flux.yaml': flux('./apps', 'targetNamespace: shop'), 'apps/pod.yaml': pod },
    ['shop']
  ],
  [
    'the target namespace of Flux wins over the object',
    { 'flux.yaml': flux('./apps', 'targetNamespace: shop'), 'apps/pod.yaml': named },
    ['shop']
  ],
  [
    'a directory that is deployed to two namespaces is there twice',
    {
      'a/flux.yaml': flux('./apps', 'targetNamespace: blue'),
      'b/flux.yaml': flux('./apps', 'targetNamespace: green'),
      'apps/pod.yaml': pod
    },
    ['blue', 'green']
  ],
  [
    'of nested directories the inner one counts',
    {
      'a/flux.yaml': flux('./apps', 'targetNamespace: outer'),
      'b/flux.yaml': flux('./apps/shop', 'targetNamespace: inner'),
      'apps/shop/pod.yaml': pod
    },
    ['inner']
  ],
  [
    'the namespace of the one and the variables of the other are joined',
    {
      'a/flux.yaml': flux('./apps', 'targetNamespace: shop'),
      'b/flux.yaml': flux('./apps/web', 'postBuild: {substitute: {TAG: "2"}}'),
      'apps/web/pod.yaml': podWith('contoso.azurecr.io/app:${TAG}')
    },
    ['shop']
  ],
  [
    'the destination of Argo CD is for objects that name none',
    { 'app.yaml': argo('shop', 'source: {path: apps}'), 'apps/pod.yaml': pod },
    ['shop']
  ],
  [
    'the destination of Argo CD leaves a namespace as it is',
    { 'app.yaml': argo('shop', 'sources: [{path: apps}]'), 'apps/pod.yaml': named },
    ['own']
  ],
  [
    'a slash at the end of a path does not make it another',
    {
      'a.yaml': argo('dev', 'source: {path: apps/}'),
      'b.yaml': argo('prod', 'source: {path: apps}'),
      'apps/pod.yaml': pod
    },
    ['dev', 'prod']
  ],
  [
    'a namespace that a pipeline fills in is none',
    { 'app.yaml': argo("'${ENV}'", 'source: {path: apps}'), 'apps/pod.yaml': pod },
    ['default']
  ],
  [
    'an empty namespace is none',
    { 'app.yaml': argo("''", 'source: {path: apps}'), 'apps/pod.yaml': pod },
    ['default']
  ],
  [
    'the root of some repository is not taken for this one',
    {
      'app.yaml': argo('shop', 'source: {repoURL: https://example.com/a/b, path: .}'),
      'apps/pod.yaml': pod
    },
    ['default']
  ],
  [
    'an Application of a chart elsewhere says nothing of this repository',
    { 'app.yaml': argo('shop', 'source: {chart: redis}'), 'apps/pod.yaml': pod },
    ['default']
  ]
])('%s', async (_name, files, expected) => {
  const { uses } = await load(files, {}, worldWithoutTools)
  const pods = uses.filter(use => use.class === 'pod')
  expect(pods.map(({ workload }) => workload.namespace)).toEqual(expected)
})

test.each([
  ['https://github.com/contoso/shop', 'apps', ['shop']],
  ['git@github.com:Contoso/Shop.git', '.', ['shop']],
  ['https://github.com/contoso/other', 'apps', ['default']],
  ['https://github.com/contoso/workshop', 'apps', ['default']]
])(
  'in the repository contoso/shop, what %s says of %s counts as it should',
  async (url, path, expected) => {
    const world = { ...worldWithoutTools, environment: { GITHUB_REPOSITORY: 'contoso/shop' } }
    const source = `source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: ours}\nspec: {url: "${url}"}\n`
    const deployed = async (files: Files) => {
      const { uses } = await load({ ...files, 'apps/pod.yaml': pod }, {}, world)
      return uses.filter(use => use.class === 'pod').map(({ workload }) => workload.namespace)
    }
    const byArgo = { 'app.yaml': argo('shop', `source: {repoURL: "${url}", path: ${path}}`) }
    const byFlux = {
      'flux.yaml': flux(
        path,
        'targetNamespace: shop, sourceRef: {kind: GitRepository, name: ours}'
      ),
      'source.yaml': `apiVersion: ${source}`
    }
    expect([await deployed(byArgo), await deployed(byFlux)]).toEqual([expected, expected])
  }
)

test('a namespace from the user wins over the default of Argo CD, and not over what Flux replaces', async () => {
  const options = { namespace: 'mine' }
  const of = async (files: Files) => {
    const { uses } = await load({ ...files, 'apps/pod.yaml': pod }, options, worldWithoutTools)
    return uses.find(use => use.class === 'pod')?.workload.namespace
  }
  expect(await of({ 'app.yaml': argo('shop', 'source: {path: apps}') })).toBe('mine')
  expect(await of({ 'flux.yaml': flux('apps', 'targetNamespace: shop') })).toBe('shop')
})

test('a directory that is deployed in more ways than any fleet has is read so often and no more', async () => {
  const applications = Array.from({ length: 130_000 }, () => '- {path: .}').join('\n    ')
  const many = `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec:\n  destination: {namespace: shop}\n  sources:\n    ${applications}\n`
  const fleet = Array.from({ length: 60 }, (_, index) => argo(`n${index}`, 'source: {path: apps}'))
  const { uses, problems } = await load(
    { 'many.yaml': many, 'fleet.yaml': fleet.join('---\n'), 'apps/pod.yaml': pod },
    {},
    worldWithoutTools
  )
  expect(uses.filter(use => use.class === 'pod')).toHaveLength(50)
  expect(problems.map(({ severity, message }) => [severity, message])).toContainEqual([
    'unknown',
    'GitOps objects deploy this file in more than 50 ways, and only so many were judged'
  ])
})

test('what decides who pulls is in each of the namespaces, too', async () => {
  const { serviceAccounts } = await load(
    {
      'a/flux.yaml': flux('./apps', 'targetNamespace: blue'),
      'b/flux.yaml': flux('./apps', 'targetNamespace: green'),
      'apps/account.yaml': account
    },
    {},
    worldWithoutTools
  )
  expect(serviceAccounts.map(({ namespace }) => namespace)).toEqual(['blue', 'green'])
})

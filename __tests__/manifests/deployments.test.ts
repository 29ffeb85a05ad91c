import { expect, test } from '@jest/globals'
import { worldWithoutTools } from './binaries.ts'
import { load, podWith, type Files } from './workspace-files.ts'

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
    'an Application of a chart elsewhere says nothing of this repository',
    { 'app.yaml': argo('shop', 'source: {chart: redis}'), 'apps/pod.yaml': pod },
    ['default']
  ]
])('%s', async (_name, files, expected) => {
  const { uses } = await load(files, {}, worldWithoutTools)
  const pods = uses.filter(use => use.class === 'pod')
  expect(pods.map(({ workload }) => workload.namespace)).toEqual(expected)
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

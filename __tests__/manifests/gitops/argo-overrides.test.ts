import { expect, test } from '@jest/globals'
import { describeWith, worldWithoutTools } from '../binaries.ts'
import { load, podWith, type Files } from '../workspace-files.ts'

const argo = (source: string, key = 'source'): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: apps, namespace: argocd}
spec:
  destination: {server: 'https://kubernetes.default.svc', namespace: shop}
  ${key}: ${source}
`
const withKustomize = (kustomize: string): Files => ({
  'apps/kustomization.yaml': 'resources: [pod.yaml]\n',
  'apps/pod.yaml': podWith('contoso.azurecr.io/app:1'),
  'argo.yaml': argo(`{path: apps, kustomize: ${kustomize}}`)
})

/** Images of pods, with their namespace and whether something else may be deployed. */
const podsOf = async (files: Files, request: object = {}, world?: typeof worldWithoutTools) => {
  const { uses } = await load(files, request, world)
  return uses
    .filter(use => use.class === 'pod')
    .map(
      ({ image, workload, unbuilt }) =>
        `${workload.namespace ?? ''}/${image.text} ${unbuilt ?? '-'}`
    )
}

describeWith('kustomize', 'what Argo CD makes of a path', () => {
  test.each<[name: string, kustomize: string, expected: string]>([
    [
      'another name and tag',
      '{images: ["contoso.azurecr.io/app=fabrikam.azurecr.io/app:2"]}',
      'shop/fabrikam.azurecr.io/app:2 -'
    ],
    ['another tag', '{images: ["contoso.azurecr.io/app:2"]}', 'shop/contoso.azurecr.io/app:2 -'],
    [
      'another name alone',
      '{images: ["contoso.azurecr.io/app=localhost:5000/app"]}',
      'shop/localhost:5000/app:1 -'
    ],
    [
      'a digest',
      `{images: ["contoso.azurecr.io/app=fabrikam.azurecr.io/app@sha256:${'a'.repeat(64)}"]}`,
      `shop/fabrikam.azurecr.io/app@sha256:${'a'.repeat(64)} -`
    ],
    ['another namespace', '{namespace: prod}', 'prod/contoso.azurecr.io/app:1 -'],
    [
      'a patch',
      '{patches: [{target: {kind: Pod}, patch: "- {op: replace, path: /spec/containers/0/image, value: fabrikam.azurecr.io/x:1}"}]}',
      'shop/fabrikam.azurecr.io/x:1 -'
    ],
    ['nothing', '{commonLabels: {a: b}}', 'shop/contoso.azurecr.io/app:1 -']
  ])('%s', async (_name, kustomize, expected) => {
    expect(await podsOf(withKustomize(kustomize))).toEqual([expected])
  })
})

const renaming = '{images: ["contoso.azurecr.io/app=fabrikam.azurecr.io/app:2"]}'

test.each<[name: string, files: Files, expected: string]>([
  ['an image', withKustomize(renaming), 'shop/contoso.azurecr.io/app:1 apps'],
  [
    'an image of one of several sources',
    {
      ...withKustomize(renaming),
      'argo.yaml': argo(`[{path: other}, {path: apps, kustomize: ${renaming}}]`, 'sources')
    },
    'shop/contoso.azurecr.io/app:1 apps'
  ],
  [
    'an image of an ApplicationSet',
    {
      ...withKustomize(renaming),
      'argo.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: apps, namespace: argocd}
spec:
  generators: [{list: {elements: [{env: dev}]}}]
  template:
    metadata: {name: '{{env}}'}
    spec:
      destination: {server: x, namespace: shop}
      source: {path: apps, kustomize: ${renaming}}
`
    },
    'shop/contoso.azurecr.io/app:1 apps'
  ],
  [
    'a tag alone',
    withKustomize('{images: ["contoso.azurecr.io/app:2"]}'),
    'shop/contoso.azurecr.io/app:1 -'
  ]
])('without kustomize, %s leaves open what it may replace', async (_name, files, expected) => {
  expect(await podsOf(files, {}, worldWithoutTools)).toEqual([expected])
  expect(await podsOf(files, { render: false })).toEqual([expected])
})

test('without rendering, what Flux sets on a path without a kustomization leaves it open', async () => {
  const files = {
    'apps/pod.yaml': podWith('contoso.azurecr.io/app:1'),
    'flux.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec: {path: ./apps, images: [{name: contoso.azurecr.io/app, newName: fabrikam.azurecr.io/app}]}
`
  }
  expect(await podsOf(files, { render: false })).toEqual(['default/contoso.azurecr.io/app:1 apps'])
})

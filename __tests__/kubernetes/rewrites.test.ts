import { describe, expect, test } from '@jest/globals'
import { readManifest } from '../../src/kubernetes/read.ts'
import { rewriteImages } from '../../src/kubernetes/rewrites.ts'

const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      imagePullSecrets: [{name: own}]
      initContainers: [{name: init, image: contoso.azurecr.io/app}]
      containers:
        - {name: app, image: contoso.azurecr.io/app:1}
        - {name: pinned, image: "contoso.azurecr.io/app@sha256:${'0'.repeat(64)}"}
        - {name: other, image: contoso.azurecr.io/app2:1}
        - {name: port, image: "localhost:5000/app:1"}
        - {name: token, image: "contoso.azurecr.io/app:#{TAG}#"}
      volumes: [{name: data, image: {reference: contoso.azurecr.io/app:1}}]
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: rollout}
spec: {template: {spec: {containers: [{name: rollout, image: contoso.azurecr.io/app:1}]}}}
---
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: flow}
spec: {templates: [{container: {image: contoso.azurecr.io/app:1}}]}
`
const content = readManifest(
  { file: 'app.yaml', text },
  {
    namespace: 'default',
    namespaceOverrides: false,
    variables: {},
    substitution: null,
    registrySuffixes: ['azurecr.io']
  }
)
const rewritten = (images: readonly string[], pullSecrets: readonly string[] = []) =>
  rewriteImages(content, images, pullSecrets).uses

const texts = (images: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rewritten(images).map(({ container, workload, image }) => [
      container?.name === '' ? workload.kind : (container?.name ?? ''),
      image.text
    ])
  )

describe('images are rewritten as azure/k8s-deploy does', () => {
  test('containers and init containers of that name get the new tag, whatever they had', () => {
    expect(texts(['contoso.azurecr.io/app:2'])).toEqual({
      init: 'contoso.azurecr.io/app:2',
      app: 'contoso.azurecr.io/app:2',
      pinned: 'contoso.azurecr.io/app:2',
      token: 'contoso.azurecr.io/app:2',
      rollout: 'contoso.azurecr.io/app:2',
      other: 'contoso.azurecr.io/app2:1',
      port: 'localhost:5000/app:1',
      data: 'contoso.azurecr.io/app:1',
      Workflow: 'contoso.azurecr.io/app:1'
    })
  })

  test('a digest may be given', () => {
    const image = `contoso.azurecr.io/app@sha256:${'1'.repeat(64)}`
    expect(texts([image])).toMatchObject({ app: image })
  })

  test('the last of several entries wins', () => {
    expect(texts(['contoso.azurecr.io/app:2', 'contoso.azurecr.io/app:3'])).toMatchObject({
      app: 'contoso.azurecr.io/app:3'
    })
  })

  test('a port ends the name, as there', () => {
    expect(texts(['localhost:5000/other:2'])).toMatchObject({ port: 'localhost:5000/other:2' })
  })

  test('the new reference is parsed, and the location stays', () => {
    const [before] = content.uses
    const [after] = rewritten(['contoso.azurecr.io/app:2'])
    expect(after?.image).toMatchObject({ kind: 'reference', reference: { tag: '2' } })
    expect(after?.location).toEqual(before?.location)
  })

  test('nothing given changes nothing', () => {
    expect(rewritten([])).toEqual(content.uses)
  })
})

describe('pull secrets are appended', () => {
  const secrets = (kind: string) =>
    rewritten([], ['own', 'extra'])
      .filter(({ workload }) => workload.kind === kind)
      .map(({ pod }) => pod?.imagePullSecrets)

  test('to each pod of a workload that azure/k8s-deploy knows, each once', () => {
    expect(new Set(secrets('Deployment').map(names => names?.join()))).toEqual(
      new Set(['own,extra'])
    )
  })

  test('to no other object', () => {
    expect(secrets('Rollout')).toEqual([[]])
    expect(secrets('Workflow')).toEqual([undefined])
  })
})

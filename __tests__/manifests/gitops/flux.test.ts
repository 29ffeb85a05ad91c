import { describe, expect, test } from '@jest/globals'
import { describeWith, worldWithoutTools } from '../binaries.ts'
import type { ParsedImage } from '../../../src/kubernetes/images/parsed-image.ts'
import { load, podWith, type Files } from '../workspace-files.ts'

const fluxKustomization = (path: string, postBuild: string, namespace = 'flux-system'): string =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: ${namespace}}
spec:
  path: ${path}
  postBuild: ${postBuild}
`

const configMap = (name: string, data: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: flux-system}\ndata: ${data}\n`

const secret = (name: string, data: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}, namespace: flux-system}\nstringData: ${data}\n`

/** An image with its variables filled in. */
const resolved = (image: ParsedImage): string =>
  image.kind === 'reference'
    ? `${image.reference.domain}/${image.reference.repository}:${image.reference.tag ?? ''}`
    : image.kind

const app = podWith('${REGISTRY}/app:${TAG:=1}')

const cases: readonly [string, Files, Readonly<Record<string, string>>, readonly string[]][] = [
  [
    'inline substitutions fill in below the path',
    { 'flux.yaml': fluxKustomization('./apps', '{substitute: {REGISTRY: contoso.azurecr.io}}') },
    {},
    ['contoso.azurecr.io/app:1']
  ],
  [
    'those of a ConfigMap in the repository do too',
    {
      'flux.yaml': fluxKustomization('./apps', '{substituteFrom: [{kind: ConfigMap, name: vars}]}'),
      'vars.yaml': configMap('vars', '{REGISTRY: contoso.azurecr.io, TAG: "2"}')
    },
    {},
    ['contoso.azurecr.io/app:2']
  ],
  [
    'inline values win over a ConfigMap',
    {
      'flux.yaml': fluxKustomization(
        'apps',
        '{substitute: {REGISTRY: inline.azurecr.io}, substituteFrom: [{kind: ConfigMap, name: vars}]}'
      ),
      'vars.yaml': configMap('vars', '{REGISTRY: map.azurecr.io}')
    },
    {},
    ['inline.azurecr.io/app:1']
  ],
  [
    'a variable of the user wins over both',
    { 'flux.yaml': fluxKustomization('./apps', '{substitute: {REGISTRY: contoso.azurecr.io}}') },
    { REGISTRY: 'user.azurecr.io' },
    ['user.azurecr.io/app:1']
  ],
  [
    'two clusters that deploy one directory pull two images',
    {
      'clusters/a/flux.yaml': fluxKustomization('./apps', '{substitute: {REGISTRY: a.azurecr.io}}'),
      'clusters/b/flux.yaml': fluxKustomization('./apps', '{substitute: {REGISTRY: b.azurecr.io}}')
    },
    {},
    ['a.azurecr.io/app:1', 'b.azurecr.io/app:1']
  ],
  [
    'of ConfigMaps with one name the closest counts',
    {
      'clusters/a/flux.yaml': fluxKustomization(
        './apps',
        '{substituteFrom: [{kind: ConfigMap, name: vars}]}'
      ),
      'clusters/a/vars.yaml': configMap('vars', '{REGISTRY: a.azurecr.io}'),
      'clusters/b/vars.yaml': configMap('vars', '{REGISTRY: b.azurecr.io}')
    },
    {},
    ['a.azurecr.io/app:1']
  ],
  [
    'another directory is not substituted',
    {
      'flux.yaml': fluxKustomization('./other', '{substitute: {REGISTRY: contoso.azurecr.io}}'),
      'other/a.txt': ''
    },
    {},
    ['unresolved']
  ],
  [
    'a Secret is not known',
    { 'flux.yaml': fluxKustomization('./apps', '{substituteFrom: [{kind: Secret, name: vars}]}') },
    {},
    ['unresolved']
  ],
  [
    'a Secret in the repository hides the names that it holds',
    {
      'flux.yaml': fluxKustomization(
        './apps',
        '{substituteFrom: [{kind: ConfigMap, name: vars}, {kind: Secret, name: more}]}'
      ),
      'vars.yaml': configMap('vars', '{REGISTRY: contoso.azurecr.io}'),
      'more.yaml': secret('more', '{REGISTRY: "ENC[x]"}')
    },
    {},
    ['unresolved']
  ],
  [
    'and no others',
    {
      'flux.yaml': fluxKustomization(
        './apps',
        '{substituteFrom: [{kind: ConfigMap, name: vars}, {kind: Secret, name: more}]}'
      ),
      'vars.yaml': configMap('vars', '{REGISTRY: contoso.azurecr.io}'),
      'more.yaml': secret('more', '{PASSWORD: "ENC[x]"}')
    },
    {},
    ['contoso.azurecr.io/app:1']
  ],
  [
    'a Secret that is not in the repository may replace what came before it',
    {
      'flux.yaml': fluxKustomization(
        './apps',
        '{substituteFrom: [{kind: ConfigMap, name: vars}, {kind: Secret, name: more}]}'
      ),
      'vars.yaml': configMap('vars', '{REGISTRY: contoso.azurecr.io}')
    },
    {},
    ['unresolved']
  ],
  [
    'but neither what comes after it nor what is inline',
    {
      'flux.yaml': fluxKustomization(
        './apps',
        '{substitute: {TAG: "3"}, substituteFrom: [{kind: Secret, name: more}, {kind: ConfigMap, name: vars}]}'
      ),
      'vars.yaml': configMap('vars', '{REGISTRY: contoso.azurecr.io}')
    },
    {},
    ['contoso.azurecr.io/app:3']
  ],
  [
    'newlines at the end of a value are not deployed',
    {
      'flux.yaml': fluxKustomization('./apps', '{substituteFrom: [{kind: ConfigMap, name: vars}]}'),
      'vars.yaml': configMap('vars', '{REGISTRY: "contoso.azurecr.io\\n"}')
    },
    {},
    ['contoso.azurecr.io/app:1']
  ]
]

const switchedOff = (place: string): string =>
  app.replace(
    '  name: web\n',
    `  name: web\n  ${place}: {kustomize.toolkit.fluxcd.io/substitute: disabled}\n`
  )

describe('variables of Flux', () => {
  test.each(cases)('%s', async (_name, files, variables, expected) => {
    const { uses } = await load(
      { ...files, 'apps/pod.yaml': app },
      { variables },
      worldWithoutTools
    )
    const pods = uses.filter(use => use.class === 'pod')
    expect(pods.map(({ image }) => resolved(image)).sort()).toEqual(expected)
    expect(pods.every(({ location }) => location.file === 'apps/pod.yaml')).toBe(true)
  })
})

describe('Flux fills in nothing', () => {
  const inline = fluxKustomization('./apps', '{substitute: {REGISTRY: contoso.azurecr.io}}')
  const withDefault = podWith('${REGISTRY:=contoso.azurecr.io}/app:1')
  test.each<[string, Files]>([
    ['where a label keeps it off', { 'f.yaml': inline, 'apps/pod.yaml': switchedOff('labels') }],
    [
      'where an annotation keeps it off',
      { 'f.yaml': inline, 'apps/pod.yaml': switchedOff('annotations') }
    ],
    [
      'not even a default where it has no variables',
      {
        'f.yaml': inline.replace(/ {2}postBuild.*\n/, ''),
        'apps/pod.yaml': withDefault
      }
    ]
  ])('%s', async (_name, files) => {
    const { uses } = await load(files, {}, worldWithoutTools)
    expect(uses.filter(use => use.class === 'pod').map(({ image }) => image.kind)).toEqual([
      'unresolved'
    ])
  })
})

describeWith('kustomize', 'variables of Flux in a kustomization', () => {
  test('fill in what is built', async () => {
    const manifests = await load({
      'flux.yaml': fluxKustomization('./prod', '{substitute: {REGISTRY: contoso.azurecr.io}}'),
      'base/kustomization.yaml': 'resources: [pod.yaml]\n',
      'base/pod.yaml': podWith('${REGISTRY}/app:1'),
      'prod/kustomization.yaml': 'resources: [../base]\n'
    })
    const [use] = manifests.uses
    expect(use?.location).toMatchObject({ file: 'base/pod.yaml', line: 8 })
    expect(use?.image).toMatchObject({ reference: { domain: 'contoso.azurecr.io' } })
  })
})

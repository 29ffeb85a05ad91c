import { describe, expect, test } from '@jest/globals'
import { known } from '../../src/facts/fact.ts'
import type { Cluster, ClusterAnswer, Facts } from '../../src/facts/facts.ts'
import { judgement } from '../../src/judgement/judgement.ts'
import type { Report } from '../../src/reports/report.ts'
import { checkInputs } from '../../src/settings/inputs.ts'
import { settingsFromFile } from '../../src/settings/settings-file.ts'
import {
  assigned,
  assignment,
  cluster,
  factsWith,
  kubelet,
  roles,
  subscription
} from '../access/facts-builder.ts'
import { describeWith, worldWithTools } from '../manifests/binaries.ts'
import { load, type Files } from '../manifests/workspace-files.ts'

const idOf = (name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/${name}`

const otherKubelet = 'bbbbbbbb-0000-4000-8000-000000000001'

const clusterNamed = (name: string, objectId: string, tags: Cluster['tags']): ClusterAnswer => ({
  id: idOf(name),
  answer: known(
    cluster({
      id: idOf(name),
      name,
      tags,
      nodeIdentity: {
        kind: 'kubelet-identity',
        objectId,
        clientId: null,
        resourceId: `/subscriptions/${subscription}/resourceGroups/mc/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
      }
    })
  )
})

/** Cluster prod may pull from contoso, cluster dev may not. */
const factsOfBoth = (tags: readonly [Cluster['tags'], Cluster['tags']] = [{}, {}]): Facts =>
  factsWith({
    facts: {
      clusters: [
        clusterNamed('prod', kubelet, tags[0]),
        clusterNamed('dev', otherKubelet, tags[1])
      ],
      assignments: [assigned([assignment(roles.pull)]), assigned([], { principalId: otherKubelet })]
    }
  })

const reportOf = async (files: Files, settings: string, facts = factsOfBoth()): Promise<Report> => {
  const inputs = checkInputs({
    ...settingsFromFile('settings.yaml', settings),
    manifests: ['.'],
    facts: ['facts.json']
  })
  return judgement(await load(files, inputs.manifests, worldWithTools), facts, 'file', inputs)
}

const clusterName = (id: string): string => id.split('/').at(-1) ?? id

const verdictsOf = ({ verdicts }: Report): readonly string[] =>
  verdicts.map(({ cluster: id, image, result }) => `${clusterName(id)} ${image} ${result}`).sort()

const notes = ({ findings }: Report): readonly string[] =>
  findings.filter(({ check }) => check === 'no-target').map(({ message }) => message)

const deployment = (image: string, rest = '', account = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      ${account}
      containers: [{name: web, image: "${image}"}]
${rest}`

const web = 'contoso.azurecr.io/web:1'
const both: Files = { 'prod/web.yaml': deployment(web), 'dev/web.yaml': deployment(web) }
const byName = `targets:
  - {manifests: prod, clusters: ${idOf('prod')}}
  - {manifests: dev, clusters: ${idOf('dev')}}
`

test('without targets every file goes to every cluster', async () => {
  const report = await reportOf(both, '')
  expect(verdictsOf(report)).toEqual([`dev ${web} no-pull`, `prod ${web} pull`])
})

describe('a verdict exists for the clusters of a target and its files alone', () => {
  test.each<[string, string, readonly string[]]>([
    ['each its own', byName, [`dev ${web} no-pull`, `prod ${web} pull`]],
    [
      'one cluster',
      `targets: [{manifests: prod, clusters: ${idOf('prod')}}]`,
      [`prod ${web} pull`]
    ],
    ['by tags', 'targets: [{manifests: ., cluster-tags: {stage: p}}]', [`prod ${web} pull`]],
    [
      'a subscription',
      `targets: [{manifests: dev, subscription: ${subscription}}]`,
      [`dev ${web} no-pull`, `prod ${web} pull`]
    ],
    ['nowhere', 'targets: [{manifests: ., clusters: []}]', []],
    ['elsewhere', `targets: [{manifests: ., clusters: ${idOf('other')}}]`, []]
  ])('%s', async (_name, settings, expected) => {
    const report = await reportOf(both, settings, factsOfBoth([{ stage: 'p' }, { stage: 'd' }]))
    expect(verdictsOf(report)).toEqual(expected)
  })
})

describe('what goes to no cluster is never passed in silence', () => {
  const prodOnly = `targets: [{manifests: prod, clusters: ${idOf('prod')}}]`

  test('a file that no target names is said, and the run is no pass', async () => {
    const report = await reportOf(both, prodOnly)
    expect(notes(report)).toEqual([
      'No target names 1 file, which is judged for no cluster: dev/web.yaml',
      'No target goes to cluster dev, so nothing is judged there'
    ])
    expect(report.summary).toMatchObject({ conclusion: 'inconclusive', unjudged: 1 })
  })

  test('the same image at a place that is judged does not hide it', async () => {
    const { summary } = await reportOf(both, prodOnly)
    expect(summary.verdicts).toEqual({ pull: 1, 'no-pull': 0, unknown: 0 })
    expect(summary.conclusion).toBe('inconclusive')
  })

  test('one that is said to go to no cluster is in order beside others', async () => {
    const settings = `targets:
  - {manifests: prod, clusters: ${idOf('prod')}}
  - {manifests: dev, clusters: []}
`
    const facts = { ...factsOfBoth(), clusters: factsOfBoth().clusters.slice(0, 1) }
    const report = await reportOf(both, settings, facts)
    expect([notes(report), report.summary.conclusion]).toEqual([[], 'pass'])
  })

  test.each([
    ['everything goes nowhere', 'targets: [{manifests: ., clusters: []}]'],
    ['no target names anything', `targets: [{manifests: x, clusters: ${idOf('prod')}}]`]
  ])('where %s, the run is no pass', async (_name, settings) => {
    const { summary } = await reportOf(both, settings)
    expect(summary.conclusion).toBe('inconclusive')
  })

  test('a file without images, and one with images of others, leaves the run a pass', async () => {
    const files = { ...both, 'docs/a.yaml': 'a: b', 'dev/web.yaml': deployment('nginx:1') }
    const facts = { ...factsOfBoth(), clusters: factsOfBoth().clusters.slice(0, 1) }
    expect((await reportOf(files, prodOnly, facts)).summary.conclusion).toBe('pass')
  })

  test('its faults fail no run', async () => {
    const files = { ...both, 'dev/web.yaml': deployment('CONTOSO.azurecr.io/Web:1') }
    const report = await reportOf(files, prodOnly)
    expect([report.summary.findings.error, report.summary.conclusion]).toEqual([0, 'inconclusive'])
  })
})

describe('of what other clusters get, nothing is in sight', () => {
  const secret = `---
apiVersion: v1
kind: Secret
metadata: {name: pull, namespace: shop}
type: kubernetes.io/dockerconfigjson
stringData: {.dockerconfigjson: '{"auths": {"contoso.azurecr.io": {"username": "u", "password": "p"}}}'}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: default, namespace: shop}
imagePullSecrets: [{name: pull}]
`

  test('an account of one cluster gives no pull secret on another', async () => {
    const files = { ...both, 'prod/accounts.yaml': secret }
    const report = await reportOf(files, byName)
    expect(verdictsOf(report)).toEqual([`dev ${web} no-pull`, `prod ${web} pull`])
  })

  test('what no target names may be there: no pull of others is proved or refused by it', async () => {
    const report = await reportOf({ ...both, 'shared/accounts.yaml': secret }, byName)
    expect(verdictsOf(report)).toEqual([`dev ${web} unknown`, `prod ${web} pull`])
  })

  test('the identity of another cluster is known by its name', async () => {
    const { findings } = await reportOf(both, byName)
    const [finding] = findings.filter(({ check }) => check === 'no-pull-grant')
    expect(finding?.message).toContain('the kubelet identity of cluster prod')
  })
})

describe('less knowledge gives no better answer', () => {
  const byTag = `targets:
  - {manifests: prod, cluster-tags: {stage: p}}
  - {manifests: dev, cluster-tags: {stage: d}}
`

  test.each<[string, [Cluster['tags'], Cluster['tags']], readonly string[], string]>([
    [
      'all told',
      [{ stage: 'p' }, { stage: 'd' }],
      [`dev ${web} no-pull`, `prod ${web} pull`],
      'fail'
    ],
    ['tags of dev not told', [{ stage: 'p' }, null], [`prod ${web} pull`], 'inconclusive'],
    ['no tags told', [null, null], [], 'inconclusive']
  ])('%s', async (_name, tags, expected, conclusion) => {
    const report = await reportOf(both, byTag, factsOfBoth(tags))
    expect([verdictsOf(report), report.summary.conclusion]).toEqual([expected, conclusion])
  })

  test('one target less is no pass in place of a fail', async () => {
    const settings = `targets: [{manifests: prod, clusters: ${idOf('prod')}}]`
    expect((await reportOf(both, byName)).summary.conclusion).toBe('fail')
    expect((await reportOf(both, settings)).summary.conclusion).toBe('inconclusive')
  })
})

describe('a target says how its files are read', () => {
  const image = `contoso.azurecr.io/\${STAGE}:1`

  test('variables and namespace are its own, also for a file of two targets', async () => {
    const files = { 'web.yaml': deployment(image).replace(', namespace: shop', '') }
    const settings = `variables: {STAGE: any}
targets:
  - {manifests: web.yaml, clusters: ${idOf('prod')}, variables: {STAGE: prod}, namespace: one}
  - {manifests: web.yaml, clusters: ${idOf('dev')}}
`
    const report = await reportOf(files, settings)
    expect(verdictsOf(report)).toEqual([
      `dev contoso.azurecr.io/any:1 no-pull`.replace('any', '${STAGE}'),
      `prod contoso.azurecr.io/prod:1 pull`.replace('/prod', '/${STAGE}')
    ])
    expect(report.verdicts.map(({ repository }) => repository).sort()).toEqual(['any', 'prod'])
    const namespaces = report.images.flatMap(({ uses }) => uses.map(use => use.workload.namespace))
    expect(namespaces.sort()).toEqual(['default', 'one'])
  })
})

describeWith('kustomize', 'targets with kustomizations', () => {
  const files: Files = {
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'base/web.yaml': deployment('contoso.azurecr.io/web'),
    'overlays/prod/kustomization.yaml':
      'resources: [../../base]\nimages: [{name: contoso.azurecr.io/web, newTag: p}]\n',
    'overlays/dev/kustomization.yaml':
      'resources: [../../base]\nimages: [{name: contoso.azurecr.io/web, newTag: d}]\n'
  }

  test('an overlay goes to its clusters with the base that it builds on', async () => {
    const report = await reportOf(files, byName.replaceAll('manifests: ', 'manifests: overlays/'))
    expect(verdictsOf(report)).toEqual([
      'dev contoso.azurecr.io/web:d no-pull',
      'prod contoso.azurecr.io/web:p pull'
    ])
    expect(notes(report)).toEqual([])
  })

  test('an overlay of no target is not built, and told', async () => {
    const settings = `targets: [{manifests: overlays/prod, clusters: ${idOf('prod')}}]`
    const facts = { ...factsOfBoth(), clusters: factsOfBoth().clusters.slice(0, 1) }
    const report = await reportOf(files, settings, facts)
    expect(verdictsOf(report)).toEqual(['prod contoso.azurecr.io/web:p pull'])
    expect(notes(report)).toEqual([
      'No target names 1 file, which is judged for no cluster: overlays/dev/kustomization.yaml'
    ])
    expect(report.summary.conclusion).toBe('inconclusive')
  })
})

describeWith('helm', 'targets with charts', () => {
  const files: Files = {
    'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
    'web/values.yaml': 'tag: default\n',
    'web/templates/web.yaml': deployment('contoso.azurecr.io/web:{{ .Values.tag }}'),
    'values-prod.yaml': 'tag: p\n',
    'other/Chart.yaml': 'apiVersion: v2\nname: other\nversion: 1.0.0\n'
  }

  test('a chart is rendered for each with its values', async () => {
    const settings = `helm-release: ["other:x"]
targets:
  - {manifests: [web, values-prod.yaml], clusters: ${idOf('prod')}, values: values-prod.yaml}
  - {manifests: [web, other], clusters: ${idOf('dev')}}
`
    const report = await reportOf(files, settings)
    expect(verdictsOf(report)).toEqual([
      'dev contoso.azurecr.io/web:default no-pull',
      'prod contoso.azurecr.io/web:p pull'
    ])
    expect(report.findings.filter(({ check }) => check === 'render-failed')).toEqual([])
  })
})

test('the clusters that targets name are those of a run that names none', () => {
  const settings = settingsFromFile('settings.yaml', byName)
  const { azure } = checkInputs({ ...settings, manifests: ['.'] })
  expect(azure.clusters).toMatchObject([{ id: idOf('prod') }, { id: idOf('dev') }])
  const named = checkInputs({ ...settings, manifests: ['.'], clusters: [idOf('other')] })
  expect(named.azure.clusters).toMatchObject([{ id: idOf('other') }])
})

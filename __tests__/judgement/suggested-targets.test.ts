import { expect, test } from '@jest/globals'
import { known } from '../../src/facts/fact.ts'
import type { Cluster, ClusterAnswer } from '../../src/facts/facts.ts'
import { suggestedTargets } from '../../src/judgement/suggested-targets.ts'
import { findDestinations } from '../../src/manifests/targets/find-destinations.ts'
import { targetsText } from '../../src/reports/text/targets-text.ts'
import { settingsFromFile } from '../../src/settings/settings-file.ts'
import { deploymentTargets } from '../../src/settings/targets.ts'
import { cluster, subscription } from '../access/facts-builder.ts'
import { workspaceWith } from '../manifests/workspace-files.ts'

const idOf = (name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/${name}`

const named = (name: string, changes: Partial<Cluster>): ClusterAnswer => ({
  id: idOf(name),
  answer: known(cluster({ id: idOf(name), name, ...changes }))
})

const clusters = [
  named('prod', { fqdn: 'prod-1.hcp.westeurope.azmk8s.io' }),
  named('dev', { privateFqdn: 'dev-1.privatelink.westeurope.azmk8s.io' })
]

const application = (destination: string, path = 'deploy/web', kind = 'Application'): string => {
  const spec = `{destination: ${destination}, source: {repoURL: 'https://example.com/x', path: ${path}}}`
  return `apiVersion: argoproj.io/v1alpha1
kind: ${kind}
metadata: {name: web}
spec: ${kind === 'Application' ? spec : `{template: {spec: ${spec}}}`}
`
}

const suggestion = async (text: string, known = clusters) => {
  const workspace = workspaceWith({ 'apps/web.yaml': text, 'deploy/web/web.yaml': '' })
  const found = await findDestinations(['.'], workspace, {})
  return suggestedTargets(found, { clusters: known })
}

test.each<[string, string, string]>([
  ['its address', "{server: 'https://prod-1.hcp.westeurope.azmk8s.io'}", 'prod'],
  ['its address with the port', "{server: 'https://PROD-1.hcp.westeurope.azmk8s.io:443/'}", 'prod'],
  ['its private address', "{server: 'https://dev-1.privatelink.westeurope.azmk8s.io'}", 'dev'],
  ['its name', '{name: Dev}', 'dev']
])('a cluster is found by %s', async (_name, destination, expected) => {
  for (const kind of ['Application', 'ApplicationSet']) {
    const { targets, open } = await suggestion(application(destination, 'deploy/web', kind))
    expect(open).toEqual([])
    expect(targets).toEqual([{ cluster: idOf(expected), manifests: ['deploy/web'] }])
  }
})

test.each<[string, string, RegExp]>([
  ['in the cluster itself', "{server: 'https://kubernetes.default.svc'}", /that Argo CD runs in/],
  ['in the cluster itself, by name', '{name: in-cluster}', /that Argo CD runs in/],
  ['elsewhere', "{server: 'https://other.example.com'}", /no cluster .* has the API server other/],
  ['at another port', "{server: 'https://prod-1.hcp.westeurope.azmk8s.io:8443'}", /no address/],
  ['under another name', '{name: gone}', /is called gone/],
  ['where a generator says', "{server: '{{url}}'}", /filled in elsewhere/],
  ['nowhere', '{}', /names no cluster/]
])('one %s is told with the reason', async (_name, destination, why) => {
  const { targets, open } = await suggestion(application(destination))
  expect(targets).toEqual([])
  expect(open).toMatchObject([{ why: expect.stringMatching(why) }])
})

test('a path of another repository, and two clusters of one name, are told', async () => {
  const elsewhere = await suggestion(application('{name: dev}', 'not/here'))
  expect(elsewhere.open).toMatchObject([{ why: 'it deploys nothing of this repository' }])
  const twins = [...clusters, { ...named('dev', {}), id: `${idOf('dev')}-2` }]
  const several = await suggestion(application('{name: dev}'), twins)
  expect(several.open).toMatchObject([{ why: 'several clusters fit it' }])
})

test('the block is one for the settings file, and texts of objects are no part of it', async () => {
  const hostile = application('{name: prod}').replace(
    'metadata: {name: web}',
    String.raw`metadata: {name: "x\ntargets: []"}`
  )
  const text = targetsText(await suggestion(`${hostile}---\n${application('{name: gone}')}`))
  expect(deploymentTargets(settingsFromFile('settings.yaml', text))).toMatchObject([
    { manifests: ['deploy/web'], choice: { clusters: [idOf('prod')] } }
  ])
  const none = targetsText(await suggestion(hostile.replace('prod', 'gone')))
  expect(settingsFromFile('settings.yaml', `${none}namespace: shop`)).toEqual({
    namespace: ['shop']
  })
})

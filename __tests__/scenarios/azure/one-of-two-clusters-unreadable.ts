import { acrPull, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'one of two clusters is not there; the other is judged',
  kind: 'fault',
  cause: null,
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  clusters: [scopes.cluster, scopes.cluster.replace('aks-shop', 'aks-gone')],
  expect: {
    exitCode: 3,
    verdicts: [
      { cluster: 'aks-shop', result: 'pull' },
      { cluster: 'aks-gone', result: 'unknown' }
    ],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

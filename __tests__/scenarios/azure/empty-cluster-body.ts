import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the answer about the cluster has nothing in it',
  kind: 'fault',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    faults: [
      { url: '*/managedClusters/aks-shop?*', answer: { kind: 'answer', status: 200, body: {} } }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: { exitCode: 3, verdicts: [], findings: {}, error: 'aks-shop' }
} satisfies Scenario

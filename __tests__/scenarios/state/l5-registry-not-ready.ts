import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry says that it is not ready',
  kind: 'fault',
  cause: 'L5',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: { status: { displayStatus: 'Failed', message: 'storage account is gone' } }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-not-ready': 'warning' }
  }
} satisfies Scenario

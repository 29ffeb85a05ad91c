import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'public access is off, and there is no private endpoint',
  kind: 'fault',
  cause: 'T2',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, properties: { publicNetworkAccess: 'Disabled' } }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-not-public': 'error' }
  }
} satisfies Scenario

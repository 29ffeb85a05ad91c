import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an isolated cluster pulls from a registry without private endpoint',
  kind: 'fault',
  cause: 'T12',
  world: {
    clusters: [{ ...cluster, properties: { networkProfile: { outboundType: 'none' } } }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'isolated-cluster-source': 'warning' }
  }
} satisfies Scenario

import { acrPull, cluster, kubelet, registry, webInEastUs } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a regional endpoint of a registry whose tier has none',
  kind: 'fault',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, sku: 'Standard' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(webInEastUs) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-replica': 'warning' }
  }
} satisfies Scenario

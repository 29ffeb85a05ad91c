import { acrPull, cluster, kubelet, replicated, webInEastUs } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'requests to the login server are not routed to the replica, and its regional endpoint answers',
  kind: 'trap',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [replicated({ westeurope: {}, eastus: { regionEndpointEnabled: false } })],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(webInEastUs) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['registry-replica']
  }
} satisfies Scenario

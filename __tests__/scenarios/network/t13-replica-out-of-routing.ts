import { acrPull, cluster, kubelet, replicated, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the replica in the region of the cluster gets no requests',
  kind: 'fault',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [replicated({ westeurope: { regionEndpointEnabled: false }, eastus: {} })],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-replica': 'note' }
  }
} satisfies Scenario

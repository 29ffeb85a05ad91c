import { acrPull, cluster, kubelet, replicated, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a replica far from the cluster gets no requests',
  kind: 'trap',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [replicated({ westeurope: {}, eastus: { regionEndpointEnabled: false } })],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['registry-replica']
  }
} satisfies Scenario

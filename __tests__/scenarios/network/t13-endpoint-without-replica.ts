import { acrPull, cluster, kubelet, replicated, webInEastUs } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an image names the regional endpoint of a region without replica',
  kind: 'fault',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [replicated({ westeurope: {}, northeurope: {} })],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(webInEastUs) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'regional-endpoint-off': 'error' }
  }
} satisfies Scenario

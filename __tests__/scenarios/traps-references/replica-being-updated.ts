import { acrPull, cluster, kubelet, replicated, webInEastUs } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the replica behind a regional endpoint is being updated',
  kind: 'trap',
  cause: 'N12',
  world: {
    clusters: [cluster],
    registries: [replicated({ westeurope: {}, eastus: { provisioningState: 'Updating' } })],
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

import { acrPull, cluster, kubelet, replicated, webInEastUs } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the replica behind a regional endpoint still fills',
  kind: 'fault',
  cause: 'N12',
  world: {
    clusters: [cluster],
    registries: [replicated({ westeurope: {}, eastus: { status: { displayStatus: 'Syncing' } } })],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(webInEastUs) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-replica': 'warning' }
  }
} satisfies Scenario

import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is being updated',
  kind: 'trap',
  cause: 'L5',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, properties: { provisioningState: 'Updating' } }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-not-ready': 'note' }
  }
} satisfies Scenario

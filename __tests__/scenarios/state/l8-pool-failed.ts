import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the node pool failed to be provisioned',
  kind: 'fault',
  cause: 'L8',
  world: {
    clusters: [
      { ...cluster, nodePools: [{ name: 'system', properties: { provisioningState: 'Failed' } }] }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'cluster-not-running': 'unknown' }
  }
} satisfies Scenario

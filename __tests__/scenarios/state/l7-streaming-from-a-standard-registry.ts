import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'artifact streaming is on, and the registry is not Premium',
  kind: 'fault',
  cause: 'L7',
  world: {
    clusters: [
      {
        ...cluster,
        nodePools: [{ name: 'system', properties: { artifactStreamingProfile: { enabled: true } } }]
      }
    ],
    registries: [{ ...registry, sku: 'Standard' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'artifact-streaming': 'note' }
  }
} satisfies Scenario

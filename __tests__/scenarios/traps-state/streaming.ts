import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'artifact streaming of a tag from a Premium registry',
  kind: 'trap',
  cause: 'L7',
  world: {
    clusters: [
      {
        ...cluster,
        nodePools: [{ name: 'system', properties: { artifactStreamingProfile: { enabled: true } } }]
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'artifact-streaming': 'note' }
  }
} satisfies Scenario

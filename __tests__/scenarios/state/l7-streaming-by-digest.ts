import { acrPull, cluster, kubelet, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'artifact streaming is on, and the image is named by digest',
  kind: 'fault',
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
  manifests: { 'web.yaml': deployment(`contoso.azurecr.io/team/web@sha256:${'a'.repeat(64)}`) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'artifact-streaming': 'note' }
  }
} satisfies Scenario

import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the profile of service-account pulls is there and switched off',
  kind: 'trap',
  cause: 'Z16',
  world: {
    clusters: [
      {
        ...cluster,
        previewProperties: {
          securityProfile: { serviceAccountImagePullProfile: { enabled: false } }
        }
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

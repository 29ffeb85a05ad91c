import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'pod-managed identity answers for the metadata service',
  kind: 'fault',
  cause: 'Z10',
  world: {
    clusters: [{ ...cluster, properties: { podIdentityProfile: { enabled: true } } }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'pod-identity-intercepts': 'warning' }
  }
} satisfies Scenario

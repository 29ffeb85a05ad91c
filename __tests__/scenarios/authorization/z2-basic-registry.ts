import { abacRegistry, acrPull, cluster, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a Basic registry can have repository permissions too',
  kind: 'fault',
  cause: 'Z2',
  world: {
    clusters: [cluster],
    registries: [{ ...abacRegistry, sku: 'Basic' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-ineffective-in-mode': 'error' }
  }
} satisfies Scenario

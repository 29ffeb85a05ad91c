import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the mode is written in another case',
  kind: 'fault',
  cause: 'Z2',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, roleAssignmentMode: 'abacrepositorypermissions' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-ineffective-in-mode': 'error' }
  }
} satisfies Scenario

import { cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Azure does not tell the mode, and there is no grant in either',
  kind: 'fault',
  cause: 'Z1',
  world: { clusters: [cluster], registries: [{ ...registry, roleAssignmentMode: null }] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

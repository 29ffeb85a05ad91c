import { controlPlane, grant, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull was given to the control plane',
  kind: 'fault',
  cause: 'Z4',
  world: { ...shop, roleAssignments: [grant(controlPlane, 'AcrPull')] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'grant-to-other-identity': 'error' }
  }
} satisfies Scenario

import { acrPull, controlPlane, grant, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the control plane holds AcrPull too',
  kind: 'trap',
  cause: 'Z4',
  world: { ...shop, roleAssignments: [grant(controlPlane, 'AcrPull'), acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['grant-to-other-identity']
  }
} satisfies Scenario

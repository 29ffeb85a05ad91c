import { abacShop, grant, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Container Registry Repository Reader with repository permissions',
  kind: 'trap',
  cause: 'Z2',
  world: { ...abacShop, roleAssignments: [grant(kubelet, 'Container Registry Repository Reader')] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

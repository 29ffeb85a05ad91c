import { grant, kubelet, shop, stranger, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a former kubelet identity still holds the grant',
  kind: 'fault',
  cause: 'Z5',
  world: { ...shop, roleAssignments: [grant(stranger, 'AcrPull')] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

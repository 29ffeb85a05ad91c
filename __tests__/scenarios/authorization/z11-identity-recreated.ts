import { grant, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the identity was deleted and recreated, with another object id',
  kind: 'fault',
  cause: 'Z11',
  world: { ...shop, roleAssignments: [grant('40000000-0000-0000-0000-00000000dead', 'AcrPull')] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

import { grant, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'User Access Administrator pulls in the classic mode',
  kind: 'trap',
  cause: 'Z1',
  world: {
    ...shop,
    roleAssignments: [grant(kubelet, 'User Access Administrator', scopes.subscription)]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

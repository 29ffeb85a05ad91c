import { abacShop, grant, kubelet, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Reader at the root, which pulls in the classic mode only',
  kind: 'fault',
  cause: 'Z2',
  world: { ...abacShop, roleAssignments: [grant(kubelet, 'Reader', scopes.root)] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-ineffective-in-mode': 'error' }
  }
} satisfies Scenario

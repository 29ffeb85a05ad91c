import { abacShop, grant, kubelet, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Contributor inherited from the root does not pull with repository permissions',
  kind: 'fault',
  cause: 'Z2',
  world: { ...abacShop, roleAssignments: [grant(kubelet, 'Contributor', scopes.root)] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-ineffective-in-mode': 'error' }
  }
} satisfies Scenario

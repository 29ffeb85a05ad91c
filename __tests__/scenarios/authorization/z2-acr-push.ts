import { abacShop, grant, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPush on a registry with repository permissions',
  kind: 'fault',
  cause: 'Z2',
  world: { ...abacShop, roleAssignments: [grant(kubelet, 'AcrPush')] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-ineffective-in-mode': 'error' }
  }
} satisfies Scenario

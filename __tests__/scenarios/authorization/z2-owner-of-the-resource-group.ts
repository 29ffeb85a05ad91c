import { abacShop, grant, kubelet, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Owner of the resource group has no data action',
  kind: 'fault',
  cause: 'Z2',
  world: { ...abacShop, roleAssignments: [grant(kubelet, 'Owner', scopes.resourceGroup)] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-ineffective-in-mode': 'error' }
  }
} satisfies Scenario

import { callerWithout, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller may not read deny assignments, and there is no grant anyway',
  kind: 'fault',
  cause: 'Z1',
  world: { ...shop, caller: callerWithout('Microsoft.Authorization/denyAssignments/read') },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

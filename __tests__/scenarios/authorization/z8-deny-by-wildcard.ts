import { acrPull, denial, everyone, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a deny assignment forbids all reading in the subscription',
  kind: 'fault',
  cause: 'Z8',
  world: {
    ...shop,
    roleAssignments: [acrPull],
    denyAssignments: [
      denial({
        scope: scopes.subscription,
        principals: [everyone],
        permissions: [{ actions: ['*/read'] }]
      })
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'deny-assignment': 'error' }
  }
} satisfies Scenario

import { grant, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant is three minutes old',
  kind: 'fault',
  cause: 'Z6',
  world: {
    ...shop,
    roleAssignments: [grant(kubelet, 'AcrPull', scopes.registry, { createdOn: { minutesAgo: 3 } })]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'recent-grant': 'warning' }
  }
} satisfies Scenario

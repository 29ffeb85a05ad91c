import { acrPull, grant, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant is on the last of many pages',
  kind: 'trap',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [
      grant(kubelet, 'Network Contributor'),
      grant(kubelet, 'AcrDelete'),
      grant(kubelet, 'Managed Identity Operator', scopes.subscription),
      acrPull
    ],
    pageSize: 1
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

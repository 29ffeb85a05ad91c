import { grant, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a grant of a minute ago, and an old one',
  kind: 'trap',
  cause: 'Z6',
  world: {
    ...shop,
    roleAssignments: [
      grant(kubelet, 'AcrPull', scopes.registry, { createdOn: { minutesAgo: 1 } }),
      grant(kubelet, 'AcrPull', scopes.resourceGroup)
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['recent-grant']
  }
} satisfies Scenario

import { acrPull, grant, group, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a grant through a group, and a direct one',
  kind: 'trap',
  cause: 'Z7',
  world: {
    ...shop,
    roleAssignments: [
      grant(group, 'AcrPull', scopes.registry, { principalType: 'Group' }),
      acrPull
    ],
    groups: [{ objectId: group, members: [kubelet] }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['group-grant']
  }
} satisfies Scenario

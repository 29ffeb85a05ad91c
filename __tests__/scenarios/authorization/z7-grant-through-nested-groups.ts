import { grant, group, kubelet, outerGroup, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant comes through a group of a group',
  kind: 'fault',
  cause: 'Z7',
  world: {
    ...shop,
    roleAssignments: [
      grant(outerGroup, 'AcrPull', scopes.resourceGroup, { principalType: 'Group' })
    ],
    groups: [
      { objectId: group, members: [kubelet] },
      { objectId: outerGroup, members: [group] }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'group-grant': 'warning' }
  }
} satisfies Scenario

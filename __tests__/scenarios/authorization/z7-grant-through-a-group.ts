import { grant, group, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant comes through a group',
  kind: 'fault',
  cause: 'Z7',
  world: {
    ...shop,
    roleAssignments: [grant(group, 'AcrPull', scopes.registry, { principalType: 'Group' })],
    groups: [{ objectId: group, members: [kubelet] }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'group-grant': 'warning' }
  }
} satisfies Scenario

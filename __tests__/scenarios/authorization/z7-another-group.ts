import { grant, group, kubelet, scopes, shop, stranger, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant is of a group that the identity is not in',
  kind: 'fault',
  cause: 'Z1',
  world: {
    ...shop,
    roleAssignments: [grant(group, 'AcrPull', scopes.registry, { principalType: 'Group' })],
    groups: [{ objectId: group, members: [stranger] }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

import { grant, group, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Azure does not resolve groups, and there is no direct grant',
  kind: 'fault',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [grant(group, 'AcrPull', scopes.registry, { principalType: 'Group' })],
    groups: [{ objectId: group, members: [kubelet] }],
    faults: [
      {
        url: '*/roleAssignments?*assignedTo*',
        answer: {
          kind: 'answer',
          status: 403,
          body: { error: { code: 'Forbidden', message: 'no directory access' } }
        }
      }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

import {
  acrPull,
  denial,
  group,
  kubelet,
  pullAction,
  scopes,
  shop,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a deny assignment reaches the identity through a group',
  kind: 'fault',
  cause: 'Z8',
  world: {
    ...shop,
    roleAssignments: [acrPull],
    denyAssignments: [
      denial({
        scope: scopes.registry,
        principals: [{ id: group, type: 'Group' }],
        permissions: [{ actions: [pullAction] }]
      })
    ],
    groups: [{ objectId: group, members: [kubelet] }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'deny-assignment': 'error' }
  }
} satisfies Scenario

import {
  acrPull,
  denial,
  kubelet,
  pullAction,
  scopes,
  shop,
  stranger,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a deny assignment names another principal',
  kind: 'trap',
  cause: 'Z8',
  world: {
    ...shop,
    roleAssignments: [acrPull],
    denyAssignments: [
      denial({
        scope: scopes.registry,
        principals: [{ id: stranger, type: 'ServicePrincipal' }],
        permissions: [{ actions: [pullAction] }]
      })
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['deny-assignment']
  }
} satisfies Scenario

import {
  acrPull,
  contentRead,
  denial,
  everyone,
  kubelet,
  scopes,
  shop,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a deny assignment forbids the data action, in the classic mode',
  kind: 'trap',
  cause: 'Z8',
  world: {
    ...shop,
    roleAssignments: [acrPull],
    denyAssignments: [
      denial({
        scope: scopes.registry,
        principals: [everyone],
        permissions: [{ dataActions: [contentRead] }]
      })
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

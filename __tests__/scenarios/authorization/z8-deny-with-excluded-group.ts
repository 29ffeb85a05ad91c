import {
  acrPull,
  denial,
  everyone,
  group,
  pullAction,
  scopes,
  shop,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the identity may be in a group that a deny assignment leaves out',
  kind: 'fault',
  cause: 'Z8',
  world: {
    ...shop,
    roleAssignments: [acrPull],
    denyAssignments: [
      denial({
        scope: scopes.registry,
        principals: [everyone],
        permissions: [{ actions: [pullAction] }],
        excludePrincipals: [{ id: group, type: 'Group' }]
      })
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

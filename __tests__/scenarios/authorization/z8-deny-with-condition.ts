import { acrPull, denial, everyone, pullAction, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a deny assignment under a condition that nobody can decide',
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
        condition: '@Environment[isPrivateLink] BoolEquals true'
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

import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'one letter of the host is wrong',
  kind: 'fault',
  cause: 'N1',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contosoo.azurecr.io/team/web:1.0') },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'registry-not-found': 'error' }
  }
} satisfies Scenario

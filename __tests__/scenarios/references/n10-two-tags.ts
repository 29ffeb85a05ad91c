import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'there are two tags',
  kind: 'fault',
  cause: 'N10',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/team/web:1.0:2.0') },
  expect: { exitCode: 1, verdicts: [], findings: { 'invalid-image-reference': 'error' } }
} satisfies Scenario

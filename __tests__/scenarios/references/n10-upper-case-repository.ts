import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the repository has capital letters',
  kind: 'fault',
  cause: 'N10',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/Team/Web:1.0') },
  expect: { exitCode: 1, verdicts: [], findings: { 'invalid-image-reference': 'error' } }
} satisfies Scenario

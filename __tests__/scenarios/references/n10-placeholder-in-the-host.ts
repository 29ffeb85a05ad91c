import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a placeholder hides the registry',
  kind: 'fault',
  cause: 'N10',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('${REGISTRY}.azurecr.io/team/web:1.0') },
  expect: { exitCode: 0, verdicts: [], findings: { 'image-host-placeholder': 'note' } }
} satisfies Scenario

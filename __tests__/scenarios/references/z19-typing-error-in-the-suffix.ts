import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the suffix is written azureacr.io',
  kind: 'fault',
  cause: 'Z19',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso.azureacr.io/team/web:1.0') },
  expect: { exitCode: 0, verdicts: [], findings: { 'suspicious-registry-host': 'warning' } }
} satisfies Scenario

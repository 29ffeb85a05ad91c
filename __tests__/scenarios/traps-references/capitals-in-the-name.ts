import { acrPull, cluster, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the name of the registry is written with capitals, for which a star stands',
  kind: 'trap',
  cause: 'Z19',
  world: { clusters: [cluster], registries: [registry], roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('Contoso.azurecr.io/team/web:1.0') },
  expect: { exitCode: 0, verdicts: [{ result: 'pull' }], findings: {} }
} satisfies Scenario

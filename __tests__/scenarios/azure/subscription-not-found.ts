import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { acrPull, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'there is no such subscription',
  kind: 'fault',
  cause: null,
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  clusters: [scopes.cluster.replace(contoso.subscriptionId, fabrikam.subscriptionId)],
  expect: { exitCode: 3, verdicts: [], findings: {}, error: fabrikam.subscriptionId }
} satisfies Scenario

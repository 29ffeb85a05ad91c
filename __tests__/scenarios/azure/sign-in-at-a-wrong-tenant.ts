import { fabrikam } from '../../emulator/contoso.ts'
import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Entra does not know the tenant',
  kind: 'fault',
  cause: null,
  world: { ...shop, roleAssignments: [acrPull], caller: { tenantIds: [fabrikam.tenantId] } },
  manifests: { 'web.yaml': deployment(web) },
  expect: { exitCode: 3, verdicts: [], findings: {}, error: 'AADSTS90002' }
} satisfies Scenario

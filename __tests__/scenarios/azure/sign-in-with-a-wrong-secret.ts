import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Entra refuses the secret',
  kind: 'fault',
  cause: null,
  world: { ...shop, roleAssignments: [acrPull], caller: { clientSecret: 'another' } },
  manifests: { 'web.yaml': deployment(web) },
  expect: { exitCode: 3, verdicts: [], findings: {}, error: 'AADSTS7000215' }
} satisfies Scenario

import { shop, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pull secret is a token of az acr login, which ends within hours',
  kind: 'fault',
  cause: 'S8',
  world: shop,
  manifests: { 'web.yaml': deploymentWithSecretOf('00000000-0000-0000-0000-000000000000', web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-short-lived': 'warning', 'pull-secret-not-proven': 'unknown' }
  }
} satisfies Scenario

import { registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'there is no such cluster',
  kind: 'fault',
  cause: null,
  world: { registries: [registry] },
  manifests: { 'web.yaml': deployment(web) },
  clusters: [scopes.cluster],
  expect: { exitCode: 3, verdicts: [], findings: {}, error: 'aks-shop' }
} satisfies Scenario

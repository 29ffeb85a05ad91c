import { acrPull, cluster, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the suffix of the registry is written with capitals',
  kind: 'fault',
  cause: 'Z19',
  world: { clusters: [cluster], registries: [registry], roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso.AzureCR.io/team/web:1.0') },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'registry-host-not-served': 'error' }
  }
} satisfies Scenario

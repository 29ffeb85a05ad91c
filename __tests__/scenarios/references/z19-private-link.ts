import { acrPull, cluster, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the image names the record of the private DNS zone',
  kind: 'fault',
  cause: 'Z19',
  world: { clusters: [cluster], registries: [registry], roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso.privatelink.azurecr.io/team/web:1.0') },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'registry-host-not-served': 'error' }
  }
} satisfies Scenario

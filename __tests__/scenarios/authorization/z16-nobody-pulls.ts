import { accountPullCluster, acrPull, identity, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'service accounts pull, and neither they nor the cluster have an identity',
  kind: 'fault',
  cause: 'Z16',
  world: {
    clusters: [accountPullCluster(null)],
    registries: [registry],
    identities: [identity],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'service-account-identity-missing': 'error' }
  }
} satisfies Scenario

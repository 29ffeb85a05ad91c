import { accountPullCluster, acrPull, identity, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'service accounts pull, and the one of the pod is only in the cluster',
  kind: 'fault',
  cause: 'Z16',
  world: {
    clusters: [accountPullCluster(null)],
    registries: [registry],
    identities: [identity],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web, { pod: ['serviceAccountName: web'] }) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-visible': 'unknown' }
  }
} satisfies Scenario

import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Azure tells a mode that nobody knows yet',
  kind: 'fault',
  cause: 'Z2',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, roleAssignmentMode: 'SomethingNew' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Azure does not tell the mode, and the modes lead to different answers',
  kind: 'fault',
  cause: 'Z2',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, roleAssignmentMode: null }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

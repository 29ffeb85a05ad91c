import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is open, and the grant is there all the same',
  kind: 'trap',
  cause: 'Z18',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, anonymousPull: true }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: { exitCode: 0, verdicts: [{ result: 'pull' }], findings: {} }
} satisfies Scenario

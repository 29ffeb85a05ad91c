import { acrPull, microsoftImage, mirror, mirroredCluster } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an isolated cluster mirrors mcr.microsoft.com',
  kind: 'trap',
  cause: 'T11',
  world: { clusters: [mirroredCluster], registries: [mirror], roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(microsoftImage) },
  expect: {
    exitCode: 0,
    verdicts: [],
    findings: {},
    absent: ['isolated-cluster-source', 'bootstrap-registry']
  }
} satisfies Scenario

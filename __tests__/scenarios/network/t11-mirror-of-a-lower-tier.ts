import { acrPull, microsoftImage, mirror, mirroredCluster } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry that mirrors mcr.microsoft.com has been moved to a lower tier',
  kind: 'fault',
  cause: 'T11',
  world: {
    clusters: [mirroredCluster],
    registries: [{ ...mirror, sku: 'Standard' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(microsoftImage) },
  expect: { exitCode: 0, verdicts: [], findings: { 'bootstrap-registry': 'warning' } }
} satisfies Scenario

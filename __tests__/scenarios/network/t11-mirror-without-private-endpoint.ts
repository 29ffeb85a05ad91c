import { acrPull, microsoftImage, mirror, mirroredCluster } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry that mirrors mcr.microsoft.com has no private endpoint',
  kind: 'fault',
  cause: 'T11',
  world: {
    clusters: [mirroredCluster],
    registries: [{ ...mirror, properties: {} }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(microsoftImage) },
  expect: {
    exitCode: 0,
    verdicts: [],
    findings: { 'isolated-cluster-source': 'warning' },
    absent: ['bootstrap-registry']
  }
} satisfies Scenario

import { microsoftImage, mirror, mirroredCluster } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the kubelet identity may not pull from the registry that mirrors mcr.microsoft.com',
  kind: 'fault',
  cause: 'T11',
  world: { clusters: [mirroredCluster], registries: [mirror], roleAssignments: [] },
  manifests: { 'web.yaml': deployment(microsoftImage) },
  expect: {
    exitCode: 0,
    verdicts: [],
    findings: { 'bootstrap-registry': 'warning' },
    absent: ['isolated-cluster-source']
  }
} satisfies Scenario

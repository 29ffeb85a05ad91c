import { microsoftImage, mirror, mirroredCluster } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'nobody is granted a pull from the mirror of mcr.microsoft.com, and it lets everybody pull',
  kind: 'trap',
  cause: 'T11',
  world: {
    clusters: [mirroredCluster],
    registries: [{ ...mirror, anonymousPull: true }],
    roleAssignments: []
  },
  manifests: { 'web.yaml': deployment(microsoftImage) },
  expect: {
    exitCode: 0,
    verdicts: [],
    findings: {},
    absent: ['bootstrap-registry', 'isolated-cluster-source']
  }
} satisfies Scenario

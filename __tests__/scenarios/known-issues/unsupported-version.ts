import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: '1.29 is out of support',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.29.9' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'kubernetes-version-unsupported': 'warning' },
    nodePools: { 'kubernetes-version-unsupported': ['system'] }
  }
} satisfies Scenario

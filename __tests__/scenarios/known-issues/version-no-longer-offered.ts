import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AKS has taken the minor off its list in the region',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.35.1' }],
    registries: [registry],
    roleAssignments: [acrPull],
    kubernetesVersions: [
      {
        version: '1.36',
        supportPlans: ['KubernetesOfficial', 'AKSLongTermSupport'],
        patches: ['1.36.2']
      }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'kubernetes-version-unsupported': 'warning' },
    nodePools: { 'kubernetes-version-unsupported': ['system'] }
  }
} satisfies Scenario

import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'by the calendar support has ended, and AKS goes on offering the minor',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.33.9' }],
    registries: [registry],
    roleAssignments: [acrPull],
    kubernetesVersions: [
      { version: '1.33', supportPlans: ['KubernetesOfficial'], patches: ['1.33.9'] }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['kubernetes-version-unsupported']
  }
} satisfies Scenario

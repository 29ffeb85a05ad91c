import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: '1.17.10 has the fix for empty credentials',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.17.10' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-msi-empty-cache']
  }
} satisfies Scenario

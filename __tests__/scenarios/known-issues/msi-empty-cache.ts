import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a managed identity of 1.18.5 caches an empty credential',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.18.5' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'acr-msi-empty-cache': 'warning' }
  }
} satisfies Scenario

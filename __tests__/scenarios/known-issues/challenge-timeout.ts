import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the provider of 1.22.5 gives up after ten seconds',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.22.5' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'acr-challenge-timeout-10s': 'warning' }
  }
} satisfies Scenario

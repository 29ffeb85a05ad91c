import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: '1.24.3 asks for its identity again where the metadata service failed at its start',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.24.3' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-imds-at-start']
  }
} satisfies Scenario

import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a kubelet of 1.24.2 forgets its identity where the metadata service fails at its start',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.24.2' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'acr-imds-at-start': 'note' }
  }
} satisfies Scenario

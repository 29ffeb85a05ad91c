import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'auto-provisioned nodes of 1.29',
  kind: 'fault',
  cause: 'Z20',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.29.9',
        properties: { nodeProvisioningProfile: { mode: 'Auto' } }
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'acr-nap-1-29': 'warning' }
  }
} satisfies Scenario

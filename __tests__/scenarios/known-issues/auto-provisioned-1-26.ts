import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'auto-provisioned nodes of 1.26, which were made without managed identity',
  kind: 'fault',
  cause: 'Z20',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.26.10',
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
    findings: { 'acr-nap-managed-identity-off': 'warning' }
  }
} satisfies Scenario

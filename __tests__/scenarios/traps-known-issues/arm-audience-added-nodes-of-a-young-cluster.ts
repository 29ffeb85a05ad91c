import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'auto-provisioned nodes are no older than their cluster, which was made after the fix',
  kind: 'trap',
  cause: 'Z14',
  world: {
    clusters: [
      {
        ...cluster,
        createdAt: '2025-09-01T08:00:00Z',
        kubernetesVersion: '1.31.9',
        nodePools: [
          { name: 'system', nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202510.05.0' }
        ],
        properties: { nodeProvisioningProfile: { mode: 'Auto' } }
      }
    ],
    registries: [
      {
        ...registry,
        properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-arm-audience-disabled']
  }
} satisfies Scenario

import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'the registry refuses ARM tokens, and auto-provisioned nodes may be as old as their cluster',
  kind: 'fault',
  cause: 'Z14',
  world: {
    clusters: [
      {
        ...cluster,
        createdAt: '2024-12-01T08:00:00Z',
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
    verdicts: [{ result: 'unknown' }],
    findings: { 'acr-arm-audience-disabled': 'unknown' }
  }
} satisfies Scenario

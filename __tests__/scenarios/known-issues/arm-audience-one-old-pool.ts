import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry refuses ARM tokens, and one of two pools has an old kubelet',
  kind: 'fault',
  cause: 'Z14',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.33.5',
        nodePools: [
          { name: 'system' },
          {
            name: 'old',
            mode: 'User',
            kubernetesVersion: '1.30.4',
            nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202503.13.0'
          }
        ]
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
    exitCode: 1,
    verdicts: [{}],
    findings: { 'acr-arm-audience-disabled': 'error' },
    nodePools: { 'acr-arm-audience-disabled': ['old'] }
  }
} satisfies Scenario

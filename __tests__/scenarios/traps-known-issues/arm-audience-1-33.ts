import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry refuses ARM tokens, and 1.33 never sends them',
  kind: 'trap',
  cause: 'Z14',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.33.5',
        nodePools: [
          { name: 'system', nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202508.06.0' }
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
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-arm-audience-disabled']
  }
} satisfies Scenario

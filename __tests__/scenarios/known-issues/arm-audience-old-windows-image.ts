import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry refuses ARM tokens, and only the Windows pool is too old',
  kind: 'fault',
  cause: 'Z14',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.32.5',
        nodePools: [
          { name: 'system' },
          {
            name: 'win',
            mode: 'User',
            osType: 'Windows',
            nodeImageVersion: 'AKSWindows-2022-containerd-gen2-20348.3328.250314'
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
    nodePools: { 'acr-arm-audience-disabled': ['win'] }
  }
} satisfies Scenario

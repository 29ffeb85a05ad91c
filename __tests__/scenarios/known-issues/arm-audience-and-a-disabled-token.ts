import { acrPull, cluster, deployToken, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'the registry refuses ARM tokens, 1.29 sends nothing else, and the pull secret is of a disabled token',
  kind: 'fault',
  cause: 'Z14',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.29.9' }],
    registries: [
      {
        ...deployToken(['team/web'], null, 'disabled'),
        properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'acr-arm-audience-disabled': 'error' }
  }
} satisfies Scenario

import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry refuses ARM tokens, and a version of long-term support sends them',
  kind: 'fault',
  cause: 'Z14',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.28.103-akslts' }],
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
    verdicts: [{ result: 'no-pull' }],
    findings: { 'acr-arm-audience-disabled': 'error' }
  }
} satisfies Scenario

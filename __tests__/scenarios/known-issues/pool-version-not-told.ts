import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pool tells only the minor that was asked for, and its cluster leaves older ones open',
  kind: 'fault',
  cause: 'Z14',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.32.9',
        nodePools: [
          {
            name: 'system',
            properties: { currentOrchestratorVersion: null, orchestratorVersion: '1.32' }
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
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: {
      'acr-arm-audience-disabled': 'unknown',
      'kubernetes-version-unsupported': 'unknown'
    }
  }
} satisfies Scenario

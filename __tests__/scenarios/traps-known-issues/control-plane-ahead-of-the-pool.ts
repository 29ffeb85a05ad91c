import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the control plane is old in the facts, and the pool is new',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.29.9',
        nodePools: [{ name: 'system', kubernetesVersion: '1.35.6' }]
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

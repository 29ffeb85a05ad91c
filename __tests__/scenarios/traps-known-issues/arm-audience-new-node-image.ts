import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry refuses ARM tokens, and the node image is new enough',
  kind: 'trap',
  cause: 'Z14',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.31.4' }],
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

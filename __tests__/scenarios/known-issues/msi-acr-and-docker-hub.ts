import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a managed identity of 1.18.11, an Azure registry and Docker Hub',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.18.11' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: {
    'web.yaml': deployment(web),
    'cache.yaml': deployment('redis:7', { name: 'cache' })
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'acr-msi-multi-registry': 'warning' }
  }
} satisfies Scenario

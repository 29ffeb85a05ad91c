import { acrPull, cluster, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a repository path with "azurecr." in it, on 1.28',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.28.9' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/mirror.azurecr.io/web:1.0') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'acr-greedy-login-server': 'note' }
  }
} satisfies Scenario

import { cluster, grant, kubelet, registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a managed identity of 1.15 with a young grant',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.15.12' }],
    registries: [registry],
    roleAssignments: [grant(kubelet, 'AcrPull', scopes.registry, { createdOn: { minutesAgo: 60 } })]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-sp-grant-not-seen', 'acr-anonymous-pull-sp']
  }
} satisfies Scenario

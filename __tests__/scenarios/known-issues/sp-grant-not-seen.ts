import { grant, principal, principalCluster, registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a service principal of 1.10.6 got its grant an hour ago',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...principalCluster, kubernetesVersion: '1.10.6' }],
    registries: [registry],
    roleAssignments: [
      grant(principal, 'Contributor', scopes.registry, { createdOn: { minutesAgo: 60 } })
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'acr-sp-grant-not-seen': 'warning' },
    nodePools: { 'acr-sp-grant-not-seen': ['system'] }
  }
} satisfies Scenario

import { grant, principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a service principal of 1.10.6 with an old grant in its own subscription',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...principalCluster, kubernetesVersion: '1.10.6' }],
    registries: [registry],
    roleAssignments: [grant(principal, 'Contributor')]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-sp-grant-not-seen']
  }
} satisfies Scenario

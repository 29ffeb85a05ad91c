import { grant, principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an open registry, and a service principal of 1.12.6 that holds a grant',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...principalCluster, kubernetesVersion: '1.12.6' }],
    registries: [{ ...registry, anonymousPull: true }],
    roleAssignments: [grant(principal, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-anonymous-pull-sp']
  }
} satisfies Scenario

import { principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an open registry, and a service principal of 1.12.6 that is tried first',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...principalCluster, kubernetesVersion: '1.12.6' }],
    registries: [{ ...registry, anonymousPull: true }],
    roleAssignments: []
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: { exitCode: 0, verdicts: [{}], findings: { 'acr-anonymous-pull-sp': 'warning' } }
} satisfies Scenario

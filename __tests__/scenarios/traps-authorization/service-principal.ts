import { grant, principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a service-principal cluster with its grant',
  kind: 'trap',
  cause: 'Z12',
  world: {
    clusters: [principalCluster],
    registries: [registry],
    roleAssignments: [grant(principal, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'service-principal', objectId: principal }],
    findings: {}
  }
} satisfies Scenario

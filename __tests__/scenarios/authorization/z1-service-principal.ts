import { principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a service-principal cluster without a grant, whose object id is given',
  kind: 'fault',
  cause: 'Z1',
  world: { clusters: [principalCluster], registries: [registry] },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'service-principal', objectId: principal }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

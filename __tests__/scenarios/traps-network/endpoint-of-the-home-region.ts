import { acrPull, cluster, kubelet, registry, withRegionalEndpoints } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the regional endpoint of a registry without replicas',
  kind: 'trap',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [withRegionalEndpoints(registry, ['westeurope'])],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('contoso.westeurope.geo.azurecr.io/team/web:1.0') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['registry-replica']
  }
} satisfies Scenario

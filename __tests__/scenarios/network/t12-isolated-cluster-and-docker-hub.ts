import { acrPull, cluster, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an isolated cluster pulls from Docker Hub',
  kind: 'fault',
  cause: 'T12',
  world: {
    clusters: [{ ...cluster, properties: { networkProfile: { outboundType: 'block' } } }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('redis:7') },
  expect: { exitCode: 0, verdicts: [], findings: { 'isolated-cluster-source': 'warning' } }
} satisfies Scenario

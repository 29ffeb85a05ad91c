import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'traffic leaves by a route table, and layers come from another host',
  kind: 'fault',
  cause: 'T6',
  world: {
    clusters: [
      { ...cluster, properties: { networkProfile: { outboundType: 'userDefinedRouting' } } }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-data-endpoint': 'note' }
  }
} satisfies Scenario

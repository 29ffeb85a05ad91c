import { acrPull, cluster, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { hubNetworkId, nodeNetwork, privateRegistry, zoneLink } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the private zone is linked to the hub, and not to the network of the nodes',
  kind: 'fault',
  cause: 'T3',
  world: {
    clusters: [cluster],
    registries: [privateRegistry],
    otherResources: [nodeNetwork(), zoneLink('hub', hubNetworkId)],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-not-public': 'warning' }
  }
} satisfies Scenario

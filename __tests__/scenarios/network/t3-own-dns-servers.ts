import { acrPull, cluster, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { hubNetworkId, nodeNetwork, privateRegistry, zoneLink } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the network of the nodes is not linked, and asks DNS servers of its own',
  kind: 'fault',
  cause: 'T3',
  world: {
    clusters: [cluster],
    registries: [privateRegistry],
    otherResources: [nodeNetwork('10.0.0.4'), zoneLink('hub', hubNetworkId)],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-not-public': 'unknown' }
  }
} satisfies Scenario

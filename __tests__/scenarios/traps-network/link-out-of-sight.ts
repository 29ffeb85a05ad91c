import { acrPull, callerWithout, cluster, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { nodeNetwork, nodeNetworkId, privateRegistry, zoneLink } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the network is linked, and the caller may not read links',
  kind: 'trap',
  cause: 'T3',
  world: {
    clusters: [cluster],
    registries: [privateRegistry],
    otherResources: [nodeNetwork(), zoneLink('aks', nodeNetworkId)],
    roleAssignments: [acrPull],
    caller: callerWithout('Microsoft.Network/privateDnsZones/virtualNetworkLinks/read')
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-not-public': 'unknown' }
  }
} satisfies Scenario

import { acrPull, cluster, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { hubNetworkId, nodeNetwork, nodeNetworkId, privateRegistry, zoneLink } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is private, and the network of the nodes is linked to the zone',
  kind: 'trap',
  cause: 'T3',
  world: {
    clusters: [cluster],
    registries: [privateRegistry],
    otherResources: [nodeNetwork(), zoneLink('hub', hubNetworkId), zoneLink('aks', nodeNetworkId)],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['registry-not-public', 'registry-firewall', 'shared-private-zone']
  }
} satisfies Scenario

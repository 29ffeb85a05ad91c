import { acrPull, cluster, kubelet, privateEndpoint, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { nodeNetwork, nodeNetworkId, zoneLink } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the network is linked to the zone, and no private endpoint is approved',
  kind: 'fault',
  cause: 'T2',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          publicNetworkAccess: 'Disabled',
          privateEndpointConnections: [privateEndpoint('Pending')]
        }
      }
    ],
    otherResources: [nodeNetwork(), zoneLink('aks', nodeNetworkId)],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-not-public': 'error' }
  }
} satisfies Scenario

import { acrPull, cluster, kubelet, privateEndpoint, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { hubNetworkId, nodeNetwork, nodeNetworkId, zoneLink } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'two private endpoints of the registry may have replaced the records of each other',
  kind: 'fault',
  cause: 'T14',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          publicNetworkAccess: 'Disabled',
          privateEndpointConnections: [privateEndpoint('Approved'), privateEndpoint('Approved')]
        }
      }
    ],
    otherResources: [nodeNetwork(), zoneLink('hub', hubNetworkId), zoneLink('aks', nodeNetworkId)],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'shared-private-zone': 'note' }
  }
} satisfies Scenario

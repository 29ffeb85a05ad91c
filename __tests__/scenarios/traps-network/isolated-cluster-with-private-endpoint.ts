import { acrPull, cluster, kubelet, privateEndpoint, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { linkedNetwork } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an isolated cluster reaches the private endpoint of the registry',
  kind: 'trap',
  cause: 'T12',
  world: {
    clusters: [{ ...cluster, properties: { networkProfile: { outboundType: 'none' } } }],
    registries: [
      {
        ...registry,
        properties: {
          publicNetworkAccess: 'Disabled',
          privateEndpointConnections: [privateEndpoint('Approved')]
        }
      }
    ],
    otherResources: linkedNetwork,
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['isolated-cluster-source']
  }
} satisfies Scenario

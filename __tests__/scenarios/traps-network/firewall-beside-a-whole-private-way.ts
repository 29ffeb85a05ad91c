import { acrPull, cluster, kubelet, privateEndpoint, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { firewalled, linkedNetwork } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

const registry = firewalled()

export default {
  title: 'the firewall lets nobody in, and the network of the nodes is linked to the zone',
  kind: 'trap',
  cause: 'T1',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          ...registry.properties,
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
    absent: ['registry-firewall', 'registry-not-public']
  }
} satisfies Scenario

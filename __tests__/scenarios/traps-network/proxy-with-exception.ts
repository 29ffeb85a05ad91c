import { acrPull, cluster, kubelet, privateEndpoint, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { linkedNetwork } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the proxy leaves the registry and its data endpoints out',
  kind: 'trap',
  cause: 'T10',
  world: {
    clusters: [
      {
        ...cluster,
        properties: {
          httpProxyConfig: {
            httpProxy: 'http://proxy.contoso.example:3128',
            noProxy: ['.azurecr.io']
          }
        }
      }
    ],
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
    absent: ['proxy-without-registry']
  }
} satisfies Scenario

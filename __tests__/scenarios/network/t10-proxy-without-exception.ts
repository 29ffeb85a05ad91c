import { acrPull, cluster, kubelet, privateEndpoint, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { linkedNetwork } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'nodes ask the proxy for a registry that only the private endpoint serves',
  kind: 'fault',
  cause: 'T10',
  world: {
    clusters: [
      {
        ...cluster,
        properties: {
          httpProxyConfig: {
            httpProxy: 'http://proxy.contoso.example:3128',
            httpsProxy: 'http://proxy.contoso.example:3128',
            noProxy: ['localhost', '127.0.0.1']
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
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'proxy-without-registry': 'warning' }
  }
} satisfies Scenario

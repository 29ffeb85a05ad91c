import { acrPull, cluster, kubelet, privateEndpoint, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { linkedNetwork } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the exception of the proxy covers the login server, and not the data endpoint',
  kind: 'fault',
  cause: 'T10',
  world: {
    clusters: [
      {
        ...cluster,
        properties: {
          httpProxyConfig: {
            httpProxy: 'http://proxy.contoso.example:3128',
            noProxy: ['contoso.azurecr.io']
          }
        }
      }
    ],
    registries: [
      {
        ...registry,
        properties: {
          publicNetworkAccess: 'Disabled',
          privateEndpointConnections: [privateEndpoint('Approved')],
          dataEndpointEnabled: true,
          dataEndpointHostNames: ['contoso.westeurope.data.azurecr.io']
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

import { acrPull, cluster, kubelet, registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a rule of the preview lets another subnet in',
  kind: 'fault',
  cause: 'T7',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          networkRuleSet: {
            defaultAction: 'Deny',
            ipRules: [],
            virtualNetworkRules: [
              {
                action: 'Allow',
                id: `${scopes.resourceGroup}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/other`
              }
            ]
          }
        }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-firewall': 'warning' }
  }
} satisfies Scenario

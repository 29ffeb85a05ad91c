import { acrPull, cluster, kubelet, privateEndpoint, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the firewall lets nobody in but the private endpoint',
  kind: 'fault',
  cause: 'T1',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          networkRuleSet: { defaultAction: 'Deny', ipRules: [] },
          privateEndpointConnections: [privateEndpoint('Approved')]
        }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-firewall': 'unknown' }
  }
} satisfies Scenario

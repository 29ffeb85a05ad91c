import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the firewall lets an address in that ARM does not connect with the nodes',
  kind: 'fault',
  cause: 'T1',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          networkRuleSet: {
            defaultAction: 'Deny',
            ipRules: [{ action: 'Allow', value: '203.0.113.7' }]
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

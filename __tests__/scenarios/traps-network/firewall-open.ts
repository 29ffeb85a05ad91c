import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the firewall allows by default',
  kind: 'trap',
  cause: 'T1',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          networkRuleSet: {
            defaultAction: 'Allow',
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
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: [
      'registry-firewall',
      'registry-not-public',
      'proxy-without-registry',
      'isolated-cluster-source'
    ]
  }
} satisfies Scenario

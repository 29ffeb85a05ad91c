import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the firewall of the registry lets nobody in',
  kind: 'fault',
  cause: 'T1',
  world: {
    clusters: [cluster],
    registries: [
      { ...registry, properties: { networkRuleSet: { defaultAction: 'Deny', ipRules: [] } } }
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

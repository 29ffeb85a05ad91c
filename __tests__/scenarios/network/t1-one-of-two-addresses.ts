import { acrPull, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { firewalled, leavingWith, publicAddresses } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the firewall allows one of two addresses that the nodes leave with',
  kind: 'fault',
  cause: 'T1',
  world: {
    clusters: [leavingWith('203.0.113.7', '203.0.113.20')],
    registries: [firewalled('203.0.113.7')],
    otherResources: publicAddresses('203.0.113.7', '203.0.113.20'),
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-firewall': 'warning' }
  }
} satisfies Scenario

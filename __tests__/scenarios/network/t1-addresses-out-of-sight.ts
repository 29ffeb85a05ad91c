import { acrPull, callerWithout, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { firewalled, leavingWith, publicAddresses } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller may not read the addresses that the nodes leave with',
  kind: 'fault',
  cause: 'T1',
  world: {
    clusters: [leavingWith('203.0.113.7')],
    registries: [firewalled('203.0.113.7')],
    otherResources: publicAddresses('203.0.113.7'),
    roleAssignments: [acrPull],
    caller: callerWithout('Microsoft.Network/publicIPAddresses/read')
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-firewall': 'warning' }
  }
} satisfies Scenario

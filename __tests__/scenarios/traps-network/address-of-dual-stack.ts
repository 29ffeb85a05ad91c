import { acrPull, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { firewalled, leavingWith, publicAddresses } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the cluster has an IPv6 address, too, and the registry is reached over IPv4',
  kind: 'trap',
  cause: 'T1',
  world: {
    clusters: [leavingWith('203.0.113.7', '2001:db8::7')],
    registries: [firewalled('203.0.113.7')],
    otherResources: publicAddresses('203.0.113.7', '2001:db8::7'),
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['registry-firewall']
  }
} satisfies Scenario

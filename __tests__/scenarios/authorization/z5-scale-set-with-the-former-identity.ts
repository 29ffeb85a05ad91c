import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { nodeIdentityId, scaleSet } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the scale set of one pool still carries the former kubelet identity',
  kind: 'fault',
  cause: 'Z5',
  world: {
    clusters: [{ ...cluster, nodePools: [{ name: 'system' }, { name: 'apps', mode: 'User' }] }],
    registries: [registry],
    otherResources: [scaleSet('apps', nodeIdentityId('aks-shop-former'))],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'node-without-identity': 'warning' },
    nodePools: { 'node-without-identity': ['apps'] }
  }
} satisfies Scenario

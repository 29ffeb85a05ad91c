import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { scaleSet } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the scale set of one pool lacks the identity, and nobody asked for a closer look',
  kind: 'fault',
  cause: 'Z10',
  world: {
    clusters: [{ ...cluster, nodePools: [{ name: 'system' }, { name: 'apps', mode: 'User' }] }],
    registries: [registry],
    otherResources: [scaleSet('apps')],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'node-without-identity': 'warning' },
    nodePools: { 'node-without-identity': ['apps'] }
  }
} satisfies Scenario

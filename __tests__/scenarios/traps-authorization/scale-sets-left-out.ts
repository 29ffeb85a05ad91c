import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { scaleSet } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a quick run leaves the scale sets out, and says so',
  kind: 'trap',
  cause: 'Z10',
  world: {
    clusters: [{ ...cluster, nodePools: [{ name: 'system' }, { name: 'apps', mode: 'User' }] }],
    registries: [registry],
    otherResources: [scaleSet('apps')],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--quick'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['node-without-identity']
  }
} satisfies Scenario

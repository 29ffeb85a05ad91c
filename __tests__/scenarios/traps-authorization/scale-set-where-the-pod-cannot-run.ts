import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { scaleSet } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the scale set without the identity belongs to a pool where the pod cannot run',
  kind: 'trap',
  cause: 'Z10',
  world: {
    clusters: [{ ...cluster, nodePools: [{ name: 'system' }, { name: 'apps', mode: 'User' }] }],
    registries: [registry],
    otherResources: [scaleSet('apps')],
    roleAssignments: [acrPull]
  },
  manifests: {
    'web.yaml': deployment(web, { pod: ['nodeSelector: {kubernetes.azure.com/agentpool: system}'] })
  },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['node-without-identity']
  }
} satisfies Scenario

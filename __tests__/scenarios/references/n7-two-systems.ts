import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pod can land on Linux and on Windows',
  kind: 'fault',
  cause: 'N7',
  world: {
    clusters: [
      {
        ...cluster,
        nodePools: [{ name: 'system' }, { name: 'win', mode: 'User', osType: 'Windows' }]
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'mixed-platforms': 'note' }
  }
} satisfies Scenario

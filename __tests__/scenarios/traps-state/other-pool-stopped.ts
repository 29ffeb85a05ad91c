import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a pool is stopped, where the pod cannot run',
  kind: 'trap',
  cause: 'L8',
  world: {
    clusters: [
      {
        ...cluster,
        nodePools: [
          { name: 'system' },
          {
            name: 'win',
            mode: 'User',
            osType: 'Windows',
            properties: { powerState: { code: 'Stopped' } }
          }
        ]
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web, { pod: ['nodeSelector: {kubernetes.io/os: linux}'] }) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['cluster-not-running', 'mixed-platforms']
  }
} satisfies Scenario

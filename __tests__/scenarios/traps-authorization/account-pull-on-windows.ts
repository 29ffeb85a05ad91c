import { accountPullCluster, acrPull, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'service accounts do not pull on Windows, where the kubelet identity holds the grant',
  kind: 'trap',
  cause: 'Z16',
  world: {
    clusters: [
      {
        ...accountPullCluster(null),
        nodePools: [{ name: 'system' }, { name: 'win', mode: 'User', osType: 'Windows' }]
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: {
    'web.yaml': deployment(web, { pod: ['nodeSelector: {kubernetes.io/os: windows}'] })
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

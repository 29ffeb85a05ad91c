import { accountPullCluster, acrPull, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'service accounts pull on Linux, the kubelet identity on Windows, and the pod can land on both',
  kind: 'fault',
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
  manifests: { 'web.yaml': deployment(web) },
  expect: { exitCode: 0, verdicts: [{}], findings: { 'nodes-differ': 'warning' } }
} satisfies Scenario

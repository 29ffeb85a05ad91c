import { acrPull, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the cluster is named in another case',
  kind: 'trap',
  cause: null,
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  clusters: [scopes.cluster.toLowerCase()],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

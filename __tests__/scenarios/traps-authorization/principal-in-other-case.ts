import { cluster, grant, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the cluster writes the object id in another case',
  kind: 'trap',
  cause: 'Z1',
  world: {
    clusters: [
      {
        ...cluster,
        nodeIdentity: { kind: 'managed', objectId: 'ABCDEF00-0000-0000-0000-000000000001' }
      }
    ],
    registries: [registry],
    roleAssignments: [grant('abcdef00-0000-0000-0000-000000000001', 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: { exitCode: 0, verdicts: [{ result: 'pull', puller: 'kubelet-identity' }], findings: {} }
} satisfies Scenario

import { acrPull, kubelet, leastPrivilege, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller has the documented role at the cluster and at the registry only',
  kind: 'trap',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    caller: {
      permissions: [
        { actions: leastPrivilege, scope: scopes.cluster },
        { actions: leastPrivilege, scope: scopes.registry }
      ]
    }
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

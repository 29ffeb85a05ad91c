import { acrPull, kubelet, leastPrivilege, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller has the documented role at cluster and registry only, and sees no machine',
  kind: 'fault',
  cause: 'Z10',
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
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {
      'node-without-identity': 'unknown',
      'subscription-not-enabled': 'unknown',
      'facts-missing': 'unknown'
    }
  }
} satisfies Scenario

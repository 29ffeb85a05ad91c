import { grant, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the assignment writes its scope in another case',
  kind: 'trap',
  cause: 'Z1',
  world: { ...shop, roleAssignments: [grant(kubelet, 'AcrPull', scopes.registry.toUpperCase())] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

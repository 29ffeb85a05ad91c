import { grant, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull sits below the registry, where it does not reach it',
  kind: 'fault',
  cause: 'Z1',
  world: {
    ...shop,
    roleAssignments: [grant(kubelet, 'AcrPull', `${scopes.registry}/scopeMaps/team`)]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

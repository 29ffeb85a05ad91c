import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Resource Graph refuses, and the lists of registries answer',
  kind: 'trap',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    faults: [
      {
        method: 'POST',
        url: '*/Microsoft.ResourceGraph/*',
        answer: {
          kind: 'answer',
          status: 403,
          body: { error: { code: 'AuthorizationFailed', message: 'no' } }
        }
      }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

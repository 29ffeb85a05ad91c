import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the service account is not in the manifests, and the nodes hold AcrPull',
  kind: 'trap',
  cause: 'S7',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(web, { pod: ['serviceAccountName: web'] }) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

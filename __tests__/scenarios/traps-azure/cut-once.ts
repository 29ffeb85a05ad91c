import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'one connection is cut',
  kind: 'trap',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    faults: [{ url: '*/roleAssignments?*', times: 1, answer: { kind: 'reset' } }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

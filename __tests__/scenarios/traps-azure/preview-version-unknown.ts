import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the cloud does not know the preview version',
  kind: 'trap',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    unsupportedApiVersions: ['2026-05-02-preview', '2026-01-01-preview']
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

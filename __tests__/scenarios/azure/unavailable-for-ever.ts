import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the role assignments are unavailable again and again',
  kind: 'fault',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    faults: [
      {
        url: '*/roleAssignments?*',
        answer: { kind: 'answer', status: 503, headers: { 'retry-after-ms': '1' } }
      }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

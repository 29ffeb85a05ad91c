import { shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the service account may have pull secrets, and only the cluster knows',
  kind: 'fault',
  cause: 'S1',
  world: shop,
  manifests: { 'web.yaml': deployment(web, { pod: ['serviceAccountName: web'] }) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-visible': 'unknown' }
  }
} satisfies Scenario

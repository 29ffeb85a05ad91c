import { cluster, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'nobody owns the registry: whoever takes the name serves the image',
  kind: 'fault',
  cause: 'N1',
  world: { clusters: [cluster] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'registry-not-found': 'error' }
  }
} satisfies Scenario

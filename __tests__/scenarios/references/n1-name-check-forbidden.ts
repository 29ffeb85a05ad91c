import { callerWithout, cluster, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'nobody may ask whether the name is taken',
  kind: 'fault',
  cause: 'N1',
  world: {
    clusters: [cluster],
    caller: callerWithout('Microsoft.ContainerRegistry/checkNameAvailability/read')
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'registry-not-visible': 'unknown' }
  }
} satisfies Scenario

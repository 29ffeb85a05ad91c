import { cluster, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry belongs to somebody whom the caller cannot see',
  kind: 'fault',
  cause: 'Z13',
  world: { clusters: [cluster], takenRegistryNames: ['contoso'] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'registry-not-visible': 'unknown' }
  }
} satisfies Scenario

import { acrPull, cluster, replicated, webInEastUs } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the cloud does not know the preview that tells of regional endpoints',
  kind: 'fault',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [replicated({ westeurope: {}, eastus: {} })],
    roleAssignments: [acrPull],
    unsupportedApiVersions: ['2026-01-01-preview']
  },
  manifests: { 'web.yaml': deployment(webInEastUs) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'regional-endpoint-off': 'unknown' }
  }
} satisfies Scenario

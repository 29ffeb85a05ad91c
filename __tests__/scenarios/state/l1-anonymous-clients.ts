import { cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'all anonymous clients of a Standard registry share its limit',
  kind: 'fault',
  cause: 'L1',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, sku: 'Standard', anonymousPull: true }],
    roleAssignments: []
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'anonymous' }],
    findings: { 'registry-throttling': 'note' }
  }
} satisfies Scenario

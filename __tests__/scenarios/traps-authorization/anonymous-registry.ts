import { cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is open to everybody',
  kind: 'trap',
  cause: 'Z18',
  world: { clusters: [cluster], registries: [{ ...registry, anonymousPull: true }] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'anonymous' }],
    findings: { 'anonymous-pull': 'note' }
  }
} satisfies Scenario

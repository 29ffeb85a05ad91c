import { microsoftImage, mirroredCluster } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry that mirrors mcr.microsoft.com is deleted',
  kind: 'fault',
  cause: 'T11',
  world: { clusters: [mirroredCluster] },
  manifests: { 'web.yaml': deployment(microsoftImage) },
  expect: { exitCode: 0, verdicts: [], findings: { 'bootstrap-registry': 'warning' } }
} satisfies Scenario

import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the digest is too short',
  kind: 'fault',
  cause: 'N10',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/team/web@sha256:abc') },
  expect: { exitCode: 1, verdicts: [], findings: { 'invalid-image-reference': 'error' } }
} satisfies Scenario

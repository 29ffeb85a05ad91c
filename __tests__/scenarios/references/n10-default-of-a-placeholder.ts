import { acrPull, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is the default of a placeholder, and nobody says that it is deployed',
  kind: 'fault',
  cause: 'N10',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('${REGISTRY:-contoso.azurecr.io}/team/web:1.0') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-host-placeholder': 'unknown' }
  }
} satisfies Scenario

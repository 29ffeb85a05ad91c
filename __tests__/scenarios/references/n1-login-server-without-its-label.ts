import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the image lacks the domain name label of the registry, which can be seen',
  kind: 'fault',
  cause: 'N1',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, loginServer: 'contoso-a1b2c3d4.azurecr.io' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'registry-not-visible': 'unknown' }
  }
} satisfies Scenario

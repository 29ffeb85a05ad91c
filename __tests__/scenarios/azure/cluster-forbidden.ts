import { acrPull, callerWithout, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller may not read the cluster',
  kind: 'fault',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    caller: callerWithout('Microsoft.ContainerService/managedClusters/read')
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 3,
    verdicts: [],
    findings: {},
    error: 'Microsoft.ContainerService/managedClusters/read'
  }
} satisfies Scenario

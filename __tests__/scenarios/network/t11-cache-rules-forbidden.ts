import {
  acrPull,
  microsoftImage,
  mirror,
  mirroredCluster,
  callerWithout
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller may not read the cache rules of the registry that mirrors mcr.microsoft.com',
  kind: 'fault',
  cause: 'T11',
  world: {
    clusters: [mirroredCluster],
    registries: [mirror],
    roleAssignments: [acrPull],
    caller: callerWithout('Microsoft.ContainerRegistry/registries/cacheRules/read')
  },
  manifests: { 'web.yaml': deployment(microsoftImage) },
  expect: { exitCode: 0, verdicts: [], findings: { 'bootstrap-registry': 'unknown' } }
} satisfies Scenario

import {
  acrPull,
  cluster,
  replicated,
  webInEastUs,
  withRegionalEndpoints
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry has a replica in the region, and nobody switched its regional endpoints on',
  kind: 'fault',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [withRegionalEndpoints(replicated({ westeurope: {}, eastus: {} }), null)],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(webInEastUs) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'regional-endpoint-off': 'error' }
  }
} satisfies Scenario

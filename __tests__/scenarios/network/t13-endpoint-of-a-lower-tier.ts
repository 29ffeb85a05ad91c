import {
  acrPull,
  cluster,
  kubelet,
  registry,
  webInEastUs,
  withRegionalEndpoints
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a regional endpoint of a registry whose tier has none',
  kind: 'fault',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [withRegionalEndpoints({ ...registry, sku: 'Standard' }, null)],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(webInEastUs) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'regional-endpoint-off': 'error' }
  }
} satisfies Scenario

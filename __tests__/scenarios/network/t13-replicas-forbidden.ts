import {
  acrPull,
  cluster,
  kubelet,
  replicated,
  webInEastUs,
  callerWithout
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller may not read the replicas behind a regional endpoint',
  kind: 'fault',
  cause: 'T13',
  world: {
    clusters: [cluster],
    registries: [replicated({ westeurope: {}, eastus: {} })],
    roleAssignments: [acrPull],
    caller: callerWithout('Microsoft.ContainerRegistry/registries/replications/read')
  },
  manifests: { 'web.yaml': deployment(webInEastUs) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-replica': 'unknown' }
  }
} satisfies Scenario

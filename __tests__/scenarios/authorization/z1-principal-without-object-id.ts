import { principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a service-principal cluster, whose object id nobody gives',
  kind: 'fault',
  cause: 'Z1',
  world: { clusters: [principalCluster], registries: [registry] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'service-principal', objectId: null }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

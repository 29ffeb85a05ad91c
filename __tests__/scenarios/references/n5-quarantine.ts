import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry has a quarantine policy',
  kind: 'fault',
  cause: 'N5',
  world: {
    clusters: [cluster],
    registries: [
      { ...registry, properties: { policies: { quarantinePolicy: { status: 'enabled' } } } }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-quarantine': 'unknown' }
  }
} satisfies Scenario

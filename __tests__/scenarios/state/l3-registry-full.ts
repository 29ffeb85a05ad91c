import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry has reached its maximum: pushes end, pulls go on',
  kind: 'fault',
  cause: 'L3',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, usedStorage: 100 * 1024 ** 4 }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-storage-full': 'note' }
  }
} satisfies Scenario

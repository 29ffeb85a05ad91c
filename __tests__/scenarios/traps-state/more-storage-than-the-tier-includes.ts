import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry holds more than the price of its tier includes, which only costs',
  kind: 'trap',
  cause: 'L3',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, usedStorage: 612 * 1024 ** 3 }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['registry-storage-full']
  }
} satisfies Scenario

import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the API server is private, which no pull minds',
  kind: 'trap',
  cause: 'T4',
  world: {
    clusters: [
      { ...cluster, properties: { apiServerAccessProfile: { enablePrivateCluster: true } } }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: [
      'registry-firewall',
      'registry-not-public',
      'proxy-without-registry',
      'isolated-cluster-source'
    ]
  }
} satisfies Scenario

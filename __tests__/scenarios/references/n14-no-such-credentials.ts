import { acrPull, cachedNginx, cacheRule, cluster, kubelet, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a cache rule names a credential set that is gone',
  kind: 'fault',
  cause: 'N14',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        children: { cacheRules: { hub: cacheRule('docker.io/*', 'hub/*', 'hub-login') } }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(cachedNginx) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'cache-rule-broken': 'warning' }
  }
} satisfies Scenario

import {
  acrPull,
  cachedNginx,
  cacheRule,
  cluster,
  hubCredentials,
  kubelet,
  registry
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a cache rule whose credentials work',
  kind: 'trap',
  cause: 'N14',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        children: {
          cacheRules: { hub: cacheRule('docker.io/*', 'hub/*', 'hub-login') },
          credentialSets: { 'hub-login': hubCredentials({ status: 'Healthy' }) }
        }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(cachedNginx) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['cache-rule-broken']
  }
} satisfies Scenario

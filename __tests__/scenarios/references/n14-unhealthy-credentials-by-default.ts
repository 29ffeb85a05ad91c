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
  title: 'by default: the credentials of a cache rule work no more',
  kind: 'fault',
  cause: 'N14',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        children: {
          cacheRules: { hub: cacheRule('docker.io/*', 'hub/*', 'hub-login') },
          credentialSets: {
            'hub-login': hubCredentials({
              status: 'Unhealthy',
              errorCode: 'UNAUTHORIZED',
              errorMessage: 'The password is wrong.'
            })
          }
        }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(cachedNginx) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'cache-rule-broken': 'warning' }
  }
} satisfies Scenario

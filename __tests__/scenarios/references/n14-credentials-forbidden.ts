import {
  acrPull,
  cachedNginx,
  cacheRule,
  cluster,
  hubCredentials,
  kubelet,
  registry,
  callerWithout
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller may not read the credentials of a cache rule',
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
    roleAssignments: [acrPull],
    caller: callerWithout('Microsoft.ContainerRegistry/registries/credentialSets/read')
  },
  manifests: { 'web.yaml': deployment(cachedNginx) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'cache-rule-broken': 'unknown' }
  }
} satisfies Scenario

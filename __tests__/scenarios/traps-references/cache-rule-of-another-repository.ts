import {
  acrPull,
  cacheRule,
  cluster,
  hubCredentials,
  kubelet,
  registry,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'credentials that work no more, and a repository that no cache rule fills',
  kind: 'trap',
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
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['cache-rule-broken']
  }
} satisfies Scenario

import {
  grant,
  principal,
  principalClientId,
  principalCluster,
  registry,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant was given to the client id of the service principal',
  kind: 'fault',
  cause: 'Z4',
  world: {
    clusters: [principalCluster],
    registries: [registry],
    roleAssignments: [grant(principalClientId, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 1,
    verdicts: [
      {
        result: 'no-pull',
        puller: 'service-principal',
        objectId: principal,
        because: 'the client id of the service principal'
      }
    ],
    findings: { 'grant-to-other-identity': 'error' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

import { grant, kubelet, principal, principalClientId, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant is of the service principal that the cluster had before',
  kind: 'fault',
  cause: 'Z5',
  world: {
    ...shop,
    roleAssignments: [grant(principal, 'AcrPull')],
    servicePrincipals: [{ appId: principalClientId, objectId: principal }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

import { grant, identity, kubelet, shop, web } from '../building-blocks.ts'
import { deployment, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant was given to the workload identity of the pod',
  kind: 'fault',
  cause: 'Z4',
  world: {
    ...shop,
    identities: [identity],
    roleAssignments: [grant(identity.objectId, 'AcrPull')]
  },
  manifests: {
    'web.yaml': deployment(web, { pod: ['serviceAccountName: web'] }),
    'account.yaml': serviceAccount('web', {
      annotations: { 'azure.workload.identity/client-id': identity.clientId }
    })
  },
  expect: {
    exitCode: 1,
    verdicts: [
      {
        result: 'no-pull',
        puller: 'kubelet-identity',
        objectId: kubelet,
        because: 'workload identity of service account web'
      }
    ],
    findings: { 'grant-to-other-identity': 'error' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

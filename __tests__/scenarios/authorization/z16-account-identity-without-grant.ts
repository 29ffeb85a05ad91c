import { accountPullCluster, acrPull, identity, registry, web } from '../building-blocks.ts'
import { deployment, documents, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the service account names an identity that holds nothing',
  kind: 'fault',
  cause: 'Z16',
  world: {
    clusters: [accountPullCluster(null)],
    registries: [registry],
    identities: [identity],
    roleAssignments: [acrPull]
  },
  manifests: {
    'web.yaml': documents(
      serviceAccount('web', {
        annotations: { 'kubernetes.azure.com/acr-client-id': identity.clientId }
      }),
      deployment(web, { pod: ['serviceAccountName: web'] })
    )
  },
  expect: {
    exitCode: 1,
    verdicts: [
      { result: 'no-pull', puller: 'service-account-identity', objectId: identity.objectId }
    ],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

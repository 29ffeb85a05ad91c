import { accountPullCluster, grant, identity, registry, web } from '../building-blocks.ts'
import { deployment, documents, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'service accounts pull, and the one of the pod names an identity with a grant',
  kind: 'trap',
  cause: 'Z16',
  world: {
    clusters: [accountPullCluster(null)],
    registries: [registry],
    identities: [identity],
    roleAssignments: [grant(identity.objectId, 'AcrPull')]
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
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'service-account-identity', objectId: identity.objectId }],
    findings: {}
  }
} satisfies Scenario

import { accountPullCluster, acrPull, grant, identity, registry, web } from '../building-blocks.ts'
import { deployment, documents, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the identity of the service account may pull, and the cluster has no binding for it',
  kind: 'fault',
  cause: 'Z16',
  world: {
    clusters: [{ ...accountPullCluster(null), identityBindings: [] }],
    registries: [registry],
    identities: [identity],
    roleAssignments: [acrPull, grant(identity.objectId, 'AcrPull')]
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
    verdicts: [{ result: 'no-pull' }],
    findings: { 'identity-binding-missing': 'error' }
  }
} satisfies Scenario

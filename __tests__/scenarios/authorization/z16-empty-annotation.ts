import { accountPullCluster, acrPull, grant, identity, registry, web } from '../building-blocks.ts'
import { deployment, documents, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'the annotation of the service account is there and empty, and hides the default of the cluster',
  kind: 'fault',
  cause: 'Z16',
  world: {
    clusters: [accountPullCluster(identity.clientId)],
    registries: [registry],
    identities: [identity],
    roleAssignments: [acrPull, grant(identity.objectId, 'AcrPull')]
  },
  manifests: {
    'web.yaml': documents(
      serviceAccount('web', {
        annotations: { 'kubernetes.azure.com/acr-client-id': '' }
      }),
      deployment(web, { pod: ['serviceAccountName: web'] })
    )
  },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'service-account-identity-missing': 'error' }
  }
} satisfies Scenario

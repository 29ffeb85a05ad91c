import {
  accountPullCluster,
  acrPull,
  callerWithout,
  grant,
  identity,
  registry,
  web
} from '../building-blocks.ts'
import { deployment, documents, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'the identity of the service account may pull, and the bindings of the cluster may not be read',
  kind: 'fault',
  cause: 'Z16',
  world: {
    clusters: [accountPullCluster(null)],
    registries: [registry],
    identities: [identity],
    roleAssignments: [acrPull, grant(identity.objectId, 'AcrPull')],
    caller: callerWithout('Microsoft.ContainerService/managedClusters/identityBindings/read')
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
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

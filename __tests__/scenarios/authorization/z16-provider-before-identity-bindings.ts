import { accountPullCluster, acrPull, grant, identity, registry, web } from '../building-blocks.ts'
import { deployment, documents, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'service accounts pull, and the node image is older than the provider that can',
  kind: 'fault',
  cause: 'Z16',
  world: {
    clusters: [
      {
        ...accountPullCluster(null),
        kubernetesVersion: '1.34.3',
        nodePools: [
          { name: 'system', nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202603.30.0' }
        ]
      }
    ],
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
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

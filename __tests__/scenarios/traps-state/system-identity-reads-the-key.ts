import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry reads its encryption key with its own identity',
  kind: 'trap',
  cause: 'L4',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          encryption: {
            status: 'enabled',
            keyVaultProperties: { keyIdentifier: 'https://contoso.vault.azure.net/keys/registry' }
          }
        }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['registry-encryption']
  }
} satisfies Scenario

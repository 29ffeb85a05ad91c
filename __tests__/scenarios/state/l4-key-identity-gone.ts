import { acrPull, cluster, identity, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the identity that reads the encryption key is not assigned any more',
  kind: 'fault',
  cause: 'L4',
  world: {
    clusters: [cluster],
    registries: [
      {
        ...registry,
        properties: {
          encryption: {
            status: 'enabled',
            keyVaultProperties: {
              keyIdentifier: 'https://contoso.vault.azure.net/keys/registry',
              identity: identity.clientId
            }
          }
        }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-encryption': 'warning' }
  }
} satisfies Scenario

import { contoso } from '../../emulator/contoso.ts'
import { cluster, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Resource Graph still has a registry that is deleted, and its name is free',
  kind: 'fault',
  cause: 'N1',
  world: {
    clusters: [cluster],
    registries: [],
    faults: [
      {
        method: 'POST',
        url: '*/Microsoft.ResourceGraph/*',
        answer: {
          kind: 'answer',
          status: 200,
          body: {
            totalRecords: 1,
            count: 1,
            resultTruncated: 'false',
            data: [
              {
                id: scopes.registry,
                type: 'microsoft.containerregistry/registries',
                tenantId: contoso.tenantId,
                subscriptionId: contoso.subscriptionId,
                loginServer: 'contoso.azurecr.io'
              }
            ]
          }
        }
      }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'registry-not-found': 'error' }
  }
} satisfies Scenario

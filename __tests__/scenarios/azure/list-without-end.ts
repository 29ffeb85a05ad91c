import { acrPull, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the list of role assignments leads to itself',
  kind: 'fault',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    faults: [
      {
        url: '*/roleAssignments?*',
        answer: {
          kind: 'answer',
          status: 200,
          body: {
            value: [],
            nextLink: `https://management.azure.com${scopes.registry}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`
          }
        }
      }
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the role of the assignment is not found any more',
  kind: 'fault',
  cause: null,
  world: {
    ...shop,
    roleAssignments: [acrPull],
    faults: [
      {
        url: '*/roleDefinitions/*',
        answer: {
          kind: 'answer',
          status: 404,
          body: { error: { code: 'RoleDefinitionDoesNotExist', message: 'gone' } }
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

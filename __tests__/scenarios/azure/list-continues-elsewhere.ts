import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the list of role assignments continues at a host that is not Azure',
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
          body: { value: [], nextLink: 'https://elsewhere.contoso.example/more' }
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

import { abacShop, conditionalReader, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a condition on the network that the request comes from',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [conditionalReader(`@Environment[isPrivateLink] BoolEquals true`)]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

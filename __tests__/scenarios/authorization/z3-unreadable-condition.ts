import { abacShop, conditionalReader, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a condition that nobody can read',
  kind: 'fault',
  cause: 'Z3',
  world: { ...abacShop, roleAssignments: [conditionalReader('this is no condition')] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

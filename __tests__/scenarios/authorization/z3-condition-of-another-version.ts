import {
  abacShop,
  conditionalReader,
  nameStartsWith,
  repositoryCondition,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a condition of a version that is not 2.0',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader(repositoryCondition(nameStartsWith('team/')), { conditionVersion: '1.0' })
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

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
  title: 'a condition of the preview, on an attribute of the resource',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader(
        repositoryCondition(nameStartsWith('team/').replace('@Request', '@Resource'))
      )
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

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
  title: 'the condition covers one of two repositories',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [conditionalReader(repositoryCondition(nameStartsWith('team/')))]
  },
  manifests: {
    'web.yaml': deployment(web),
    'job.yaml': deployment('contoso.azurecr.io/infra/job:1', { name: 'job' })
  },
  expect: {
    exitCode: 1,
    verdicts: [
      { image: web, result: 'pull' },
      { image: 'contoso.azurecr.io/infra/job:1', result: 'no-pull' }
    ],
    findings: { 'condition-excludes-repository': 'error' }
  }
} satisfies Scenario

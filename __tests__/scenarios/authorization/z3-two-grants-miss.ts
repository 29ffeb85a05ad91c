import {
  abacShop,
  conditionalReader,
  kubelet,
  nameEquals,
  nameStartsWith,
  repositoryCondition,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'two conditional grants, and neither covers the repository',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader(repositoryCondition(nameEquals('team/api'))),
      conditionalReader(repositoryCondition(nameStartsWith('infra/')))
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'condition-excludes-repository': 'error' }
  }
} satisfies Scenario

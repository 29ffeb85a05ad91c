import {
  abacShop,
  conditionalReader,
  kubelet,
  nameEquals,
  repositoryCondition,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a quantifier and a pattern',
  kind: 'trap',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader(
        repositoryCondition(
          nameEquals('x').replace(
            /StringEqualsIgnoreCase 'x'/,
            "ForAnyOfAnyValues:StringLikeIgnoreCase {'tea?/*', 'shared/base'}"
          )
        )
      )
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

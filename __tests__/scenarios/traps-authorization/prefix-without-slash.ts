import {
  abacShop,
  conditionalReader,
  kubelet,
  nameStartsWith,
  repositoryCondition,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a prefix without slash covers names that only begin alike',
  kind: 'trap',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [conditionalReader(repositoryCondition(nameStartsWith('te')))]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

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
  title: 'the condition names another repository',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [conditionalReader(repositoryCondition(nameEquals('team/api')))]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'condition-excludes-repository': 'error' }
  }
} satisfies Scenario

import {
  abacShop,
  conditionalReader,
  kubelet,
  nameStartsWith,
  repositoryCondition
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the prefix ends with a slash, and the repository only begins alike',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [conditionalReader(repositoryCondition(nameStartsWith('team/')))]
  },
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/team-infra/web:1.0') },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'condition-excludes-repository': 'error' }
  }
} satisfies Scenario

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
  title: 'one conditional grant misses, another hits',
  kind: 'trap',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader(repositoryCondition(nameEquals('team/api'))),
      conditionalReader(repositoryCondition(nameEquals('team/web')))
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['condition-excludes-repository']
  }
} satisfies Scenario

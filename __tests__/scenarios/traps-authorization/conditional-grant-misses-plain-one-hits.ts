import {
  abacShop,
  conditionalReader,
  grant,
  kubelet,
  nameEquals,
  repositoryCondition,
  repositoryReader,
  scopes,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a conditional grant misses, a plain one above hits',
  kind: 'trap',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader(repositoryCondition(nameEquals('team/api'))),
      grant(kubelet, repositoryReader, scopes.resourceGroup)
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

import {
  abacShop,
  conditionalReader,
  grant,
  kubelet,
  repositoryReader,
  scopes,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'nobody can read one condition, and a plain grant is there',
  kind: 'trap',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader('this is no condition'),
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

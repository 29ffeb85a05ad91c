import {
  abacShop,
  contentRead,
  customRole,
  kubelet,
  nameEquals,
  repositoryCondition,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the role itself grants under a condition that leaves the repository out',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    ...customRole('Contoso Puller', {
      dataActions: [contentRead],
      condition: repositoryCondition(nameEquals('team/api'))
    })
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'condition-excludes-repository': 'error' }
  }
} satisfies Scenario

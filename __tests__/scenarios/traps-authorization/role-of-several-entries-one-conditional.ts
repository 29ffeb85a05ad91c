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
  title: 'of the entries of a role, one has a condition that misses and another has none',
  kind: 'trap',
  cause: 'Z9',
  world: {
    ...abacShop,
    ...customRole(
      'Contoso Puller',
      { dataActions: [contentRead], condition: repositoryCondition(nameEquals('team/api')) },
      { dataActions: [contentRead] }
    )
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

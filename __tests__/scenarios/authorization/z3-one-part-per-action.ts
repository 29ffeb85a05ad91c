import {
  abacShop,
  conditionalReader,
  contentRead,
  kubelet,
  metadataRead,
  nameStartsWith,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the older form of the condition, one part for each action',
  kind: 'fault',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader(
        `(!(ActionMatches{'${contentRead}'}) OR ${nameStartsWith('infra/')}) AND (!(ActionMatches{'${metadataRead}'}) OR ${nameStartsWith('infra/')})`
      )
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'condition-excludes-repository': 'error' }
  }
} satisfies Scenario

import {
  abacRegistry,
  cluster,
  conditionalReader,
  nameEquals,
  repositoryCondition,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an open registry is open in spite of conditions',
  kind: 'trap',
  cause: 'Z18',
  world: {
    clusters: [cluster],
    registries: [{ ...abacRegistry, anonymousPull: true }],
    roleAssignments: [conditionalReader(repositoryCondition(nameEquals('team/api')))]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'anonymous' }],
    findings: { 'anonymous-pull': 'note' }
  }
} satisfies Scenario

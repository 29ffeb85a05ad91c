import {
  acrPull,
  cluster,
  grant,
  kubelet,
  registry,
  repositoryReader,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Azure does not tell the mode, and there is a grant in both',
  kind: 'trap',
  cause: 'Z2',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, roleAssignmentMode: null }],
    roleAssignments: [acrPull, grant(kubelet, repositoryReader)]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

import { acrPull, grant, kubelet, repositoryReader, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull and Repository Reader side by side, classic mode',
  kind: 'trap',
  cause: 'Z2',
  world: { ...shop, roleAssignments: [acrPull, grant(kubelet, repositoryReader)] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

import { abacShop, grant, kubelet, repositoryReader, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Repository Reader inherited from the subscription',
  kind: 'trap',
  cause: 'Z2',
  world: { ...abacShop, roleAssignments: [grant(kubelet, repositoryReader, scopes.subscription)] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

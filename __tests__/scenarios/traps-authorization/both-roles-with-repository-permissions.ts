import { abacShop, acrPull, grant, kubelet, repositoryReader, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull and Repository Reader side by side, repository permissions',
  kind: 'trap',
  cause: 'Z2',
  world: { ...abacShop, roleAssignments: [acrPull, grant(kubelet, repositoryReader)] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['role-ineffective-in-mode']
  }
} satisfies Scenario

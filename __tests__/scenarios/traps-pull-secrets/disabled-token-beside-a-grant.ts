import { acrPull, deployToken, kubelet, shop, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the token is disabled, and the kubelet identity pulls anyway',
  kind: 'trap',
  cause: 'S5',
  world: {
    ...shop,
    registries: [deployToken(['team/web'], null, 'disabled')],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'pull-secret-unusable': 'note' }
  }
} satisfies Scenario

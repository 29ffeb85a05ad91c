import { shop, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the token of the pull secret was deleted',
  kind: 'fault',
  cause: 'S5',
  world: shop,
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 1,
    verdicts: [
      { result: 'no-pull', puller: 'kubelet-identity', because: 'has no token of this name' }
    ],
    findings: { 'pull-secret-unusable': 'error' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

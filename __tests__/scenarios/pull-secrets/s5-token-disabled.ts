import { deployToken, shop, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the token of the pull secret is disabled',
  kind: 'fault',
  cause: 'S5',
  world: { ...shop, registries: [deployToken(['team/web'], null, 'disabled')] },
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', because: 'which is disabled' }],
    findings: { 'pull-secret-unusable': 'error' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

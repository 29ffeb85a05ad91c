import { deployToken, shop, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'every password of the token has expired',
  kind: 'fault',
  cause: 'S5',
  world: { ...shop, registries: [deployToken(['team/web'], '2026-01-01T00:00:00Z')] },
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 1,
    verdicts: [
      { result: 'no-pull', puller: 'kubelet-identity', because: 'whose passwords have all expired' }
    ],
    findings: { 'pull-secret-unusable': 'error' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

import { deployToken, shop, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the scope map of the token leaves the repository out',
  kind: 'fault',
  cause: 'S5',
  world: { ...shop, registries: [deployToken(['team/web-admin', 'team/we'])] },
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 1,
    verdicts: [
      {
        result: 'no-pull',
        puller: 'kubelet-identity',
        because: 'whose scope map has no content/read'
      }
    ],
    findings: { 'pull-secret-unusable': 'error' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

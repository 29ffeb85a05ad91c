import { deployToken, shop, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the token may pull everything below a prefix; only the registry knows its password',
  kind: 'trap',
  cause: 'S5',
  world: { ...shop, registries: [deployToken(['team/*'], '2999-01-01T00:00:00Z')] },
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'pull-secret' }],
    findings: { 'pull-secret-not-proven': 'unknown' },
    absent: ['pull-secret-unusable', 'no-pull-grant']
  }
} satisfies Scenario

import { deployToken, shop, web, callerWithout } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the caller may not read the tokens of the registry',
  kind: 'fault',
  cause: 'S5',
  world: {
    ...shop,
    registries: [deployToken(['other'], null, 'disabled')],
    caller: callerWithout('Microsoft.ContainerRegistry/registries/tokens/read')
  },
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'pull-secret' }],
    findings: { 'pull-secret-not-proven': 'unknown' },
    absent: ['pull-secret-unusable']
  }
} satisfies Scenario

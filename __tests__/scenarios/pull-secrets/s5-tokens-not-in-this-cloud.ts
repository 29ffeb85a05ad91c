import { deployToken, shop, web } from '../building-blocks.ts'
import { deploymentWithSecretOf } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the cloud does not know the type of tokens, which says nothing about this one',
  kind: 'fault',
  cause: 'S5',
  world: {
    ...shop,
    registries: [deployToken(['team/web'])],
    faults: [
      {
        url: '*/tokens/*',
        answer: {
          kind: 'answer',
          status: 404,
          body: { error: { code: 'InvalidResourceType', message: 'not found in this cloud' } }
        }
      }
    ]
  },
  manifests: { 'web.yaml': deploymentWithSecretOf('deploy', web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'pull-secret' }],
    findings: { 'pull-secret-not-proven': 'unknown' },
    absent: ['pull-secret-unusable', 'no-pull-grant']
  }
} satisfies Scenario

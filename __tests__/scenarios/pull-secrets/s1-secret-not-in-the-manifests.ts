import { shop, web } from '../building-blocks.ts'
import { deployment, documents } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pull secret is not in the manifests, and the nodes hold nothing',
  kind: 'fault',
  cause: 'S1',
  world: shop,
  manifests: {
    'web.yaml': documents(deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] }))
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-visible': 'unknown' }
  }
} satisfies Scenario

import { shop, web } from '../building-blocks.ts'
import { deployment, documents, pullSecret, secretPassword } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pull secret is in another namespace than the pod',
  kind: 'fault',
  cause: 'S1',
  world: shop,
  manifests: {
    'web.yaml': documents(
      pullSecret('pull', { 'contoso.azurecr.io': { username: 'team', password: secretPassword } }),
      deployment(web, { namespace: 'shop', pod: ['imagePullSecrets: [{name: pull}]'] })
    )
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-visible': 'unknown' }
  }
} satisfies Scenario

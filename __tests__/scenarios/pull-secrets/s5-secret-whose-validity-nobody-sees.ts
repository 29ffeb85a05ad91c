import { shop, web } from '../building-blocks.ts'
import { deployment, documents, pullSecret, secretPassword } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pull secret covers the host, and whether it is valid shows only at the registry',
  kind: 'fault',
  cause: 'S5',
  world: shop,
  manifests: {
    'web.yaml': documents(
      pullSecret('pull', { 'contoso.azurecr.io': { username: 'team', password: secretPassword } }),
      deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] })
    )
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'pull-secret-not-proven': 'unknown' }
  }
} satisfies Scenario

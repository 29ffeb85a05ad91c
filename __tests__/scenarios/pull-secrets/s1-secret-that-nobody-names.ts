import { shop, web } from '../building-blocks.ts'
import { deployment, documents, pullSecret, secretPassword, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'a pull secret for the registry lies beside the pod, and neither it nor its account names it',
  kind: 'fault',
  cause: 'S1',
  world: shop,
  manifests: {
    'web.yaml': documents(
      serviceAccount('web'),
      pullSecret('pull', { 'contoso.azurecr.io': { username: 'team', password: secretPassword } }),
      deployment(web, { pod: ['serviceAccountName: web'] })
    )
  },
  expect: { exitCode: 1, verdicts: [{ result: 'no-pull' }], findings: { 'no-pull-grant': 'error' } }
} satisfies Scenario

import { shop, web } from '../building-blocks.ts'
import { deployment, documents, pullSecret, secretPassword, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'the list of the pod has an entry without a name, so that the secret of its account is not added',
  kind: 'fault',
  cause: 'S1',
  world: shop,
  manifests: {
    'web.yaml': documents(
      serviceAccount('web', { secrets: ['pull'] }),
      pullSecret('pull', { 'contoso.azurecr.io': { username: 'team', password: secretPassword } }),
      deployment(web, { pod: ['serviceAccountName: web', 'imagePullSecrets: [{name: ""}]'] })
    )
  },
  expect: { exitCode: 1, verdicts: [{ result: 'no-pull' }], findings: { 'no-pull-grant': 'error' } }
} satisfies Scenario

import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment, documents, pullSecret, secretPassword } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pull secret covers the host, and the nodes hold AcrPull',
  kind: 'trap',
  cause: 'S7',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: {
    'web.yaml': documents(
      pullSecret('pull', {
        'https://contoso.azurecr.io': { username: 'team', password: secretPassword }
      }),
      deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] })
    )
  },
  expect: { exitCode: 0, verdicts: [{ result: 'pull' }], findings: {} }
} satisfies Scenario

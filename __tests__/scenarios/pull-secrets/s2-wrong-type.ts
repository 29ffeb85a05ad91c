import { kubelet, shop, web } from '../building-blocks.ts'
import { deployment, documents, pullSecret, secretPassword } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pull secret is of type Opaque',
  kind: 'fault',
  cause: 'S2',
  world: shop,
  manifests: {
    'web.yaml': documents(
      pullSecret(
        'pull',
        { 'contoso.azurecr.io': { username: 'team', password: secretPassword } },
        'Opaque'
      ),
      deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] })
    )
  },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'pull-secret-unusable': 'error' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

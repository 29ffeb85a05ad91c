import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment, documents, pullSecret, secretPassword } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pull secret is for another registry, and the nodes hold AcrPull',
  kind: 'trap',
  cause: 'S7',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: {
    'web.yaml': documents(
      pullSecret('pull', { 'contoso2.azurecr.io': { username: 'team', password: secretPassword } }),
      deployment(web, { pod: ['imagePullSecrets: [{name: pull}]'] })
    )
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

import { identityId } from '../../emulator/cloud-state.ts'
import { acrPull, cluster, identity, kubelet, registry, web } from '../building-blocks.ts'
import { deployment, documents, pullBinding, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the identity of an AcrPullBinding holds nothing, and the nodes hold AcrPull',
  kind: 'trap',
  cause: 'S7',
  world: {
    clusters: [cluster],
    registries: [registry],
    identities: [identity],
    roleAssignments: [acrPull]
  },
  manifests: {
    'web.yaml': documents(
      pullBinding('web', 'contoso.azurecr.io', identityId(identity)),
      serviceAccount('web'),
      deployment(web, { pod: ['serviceAccountName: web'] })
    )
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

import { identityId } from '../../emulator/cloud-state.ts'
import { cluster, identity, registry, web } from '../building-blocks.ts'
import { deployment, documents, pullBinding, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an AcrPullBinding pulls with an identity that holds nothing',
  kind: 'fault',
  cause: 'S5',
  world: { clusters: [cluster], registries: [registry], identities: [identity] },
  manifests: {
    'web.yaml': documents(
      pullBinding('web', 'contoso.azurecr.io', identityId(identity)),
      serviceAccount('web'),
      deployment(web, { pod: ['serviceAccountName: web'] })
    )
  },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', objectId: identity.objectId }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

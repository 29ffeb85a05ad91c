import { identityId } from '../../emulator/cloud-state.ts'
import { cluster, grant, identity, registry, web } from '../building-blocks.ts'
import { deployment, documents, pullBinding, serviceAccount } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an AcrPullBinding pulls with an identity that holds AcrPull',
  kind: 'trap',
  cause: 'S5',
  world: {
    clusters: [cluster],
    registries: [registry],
    identities: [identity],
    roleAssignments: [grant(identity.objectId, 'AcrPull')]
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
    verdicts: [{ result: 'pull', puller: 'pull-secret', objectId: identity.objectId }],
    findings: {}
  }
} satisfies Scenario

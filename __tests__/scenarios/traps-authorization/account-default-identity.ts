import { identityId } from '../../emulator/cloud-state.ts'
import { accountPullCluster, grant, identity, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'service accounts pull with the default identity of the cluster, which has a grant',
  kind: 'trap',
  cause: 'Z16',
  world: {
    clusters: [accountPullCluster(identityId(identity))],
    registries: [registry],
    identities: [identity],
    roleAssignments: [grant(identity.objectId, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'service-account-identity', objectId: identity.objectId }],
    findings: {}
  }
} satisfies Scenario

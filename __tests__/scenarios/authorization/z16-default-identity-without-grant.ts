import { identityId } from '../../emulator/cloud-state.ts'
import { accountPullCluster, acrPull, identity, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'service accounts pull with the default identity of the cluster, which holds nothing',
  kind: 'fault',
  cause: 'Z16',
  world: {
    clusters: [accountPullCluster(identityId(identity))],
    registries: [registry],
    identities: [identity],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [
      { result: 'no-pull', puller: 'service-account-identity', objectId: identity.objectId }
    ],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

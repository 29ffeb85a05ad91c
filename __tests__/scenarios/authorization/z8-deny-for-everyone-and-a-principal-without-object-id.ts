import { denial, everyone, principalCluster, registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'everybody is denied, so that the object id of the service principal does not matter',
  kind: 'fault',
  cause: 'Z8',
  world: {
    clusters: [principalCluster],
    registries: [registry],
    denyAssignments: [
      denial({ scope: scopes.registry, permissions: [{ actions: ['*'] }], principals: [everyone] })
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'service-principal', objectId: null }],
    findings: { 'deny-assignment': 'error' },
    absent: ['facts-missing']
  }
} satisfies Scenario

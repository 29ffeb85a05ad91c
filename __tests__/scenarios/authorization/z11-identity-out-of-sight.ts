import { kubelet, shop, web, callerWithout } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Entra has deleted the identity, and the caller may not read identities',
  kind: 'fault',
  cause: 'Z11',
  world: {
    ...shop,
    deletedPrincipals: [kubelet],
    caller: callerWithout('Microsoft.ManagedIdentity/userAssignedIdentities/read')
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'facts-missing': 'unknown' }
  }
} satisfies Scenario

import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { cluster, registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is in a subscription where the caller has no role',
  kind: 'fault',
  cause: 'Z13',
  world: {
    subscriptions: [{ id: contoso.subscriptionId }, { id: fabrikam.subscriptionId }],
    clusters: [cluster],
    registries: [{ ...registry, subscriptionId: fabrikam.subscriptionId }],
    caller: { permissions: [{ actions: ['*/read'], scope: scopes.subscription }] }
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'registry-not-visible': 'unknown' }
  }
} satisfies Scenario

import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is in a tenant into which a managed identity cannot go',
  kind: 'fault',
  cause: 'Z13',
  world: {
    subscriptions: [
      { id: contoso.subscriptionId },
      { id: fabrikam.subscriptionId, tenantId: fabrikam.tenantId, delegated: true }
    ],
    clusters: [cluster],
    registries: [{ ...registry, subscriptionId: fabrikam.subscriptionId }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-in-other-tenant': 'error' }
  }
} satisfies Scenario

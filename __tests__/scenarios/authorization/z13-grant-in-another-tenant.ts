import { registryId } from '../../emulator/arm-bodies/registry.ts'
import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { cluster, grant, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'not even a grant helps a managed identity into another tenant',
  kind: 'fault',
  cause: 'Z13',
  world: {
    subscriptions: [
      { id: contoso.subscriptionId },
      { id: fabrikam.subscriptionId, tenantId: fabrikam.tenantId, delegated: true }
    ],
    clusters: [cluster],
    registries: [{ ...registry, subscriptionId: fabrikam.subscriptionId }],
    roleAssignments: [
      grant(
        kubelet,
        'AcrPull',
        registryId({ ...registry, subscriptionId: fabrikam.subscriptionId })
      )
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'registry-in-other-tenant': 'error' }
  }
} satisfies Scenario

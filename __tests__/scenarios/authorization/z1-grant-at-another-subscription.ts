import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { cluster, grant, kubelet, registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull sits at the subscription of the cluster, and the registry is in another',
  kind: 'fault',
  cause: 'Z1',
  world: {
    subscriptions: [{ id: contoso.subscriptionId }, { id: fabrikam.subscriptionId }],
    clusters: [cluster],
    registries: [{ ...registry, subscriptionId: fabrikam.subscriptionId }],
    roleAssignments: [grant(kubelet, 'AcrPull', scopes.subscription)]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

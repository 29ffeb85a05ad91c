import { registryId } from '../../emulator/arm-bodies/registry.ts'
import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { cluster, grant, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a managed identity of 1.14.8 and a registry in another subscription',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.14.8' }],
    registries: [{ ...registry, subscriptionId: fabrikam.subscriptionId }],
    roleAssignments: [
      grant(
        kubelet,
        'AcrPull',
        registryId({ ...registry, subscriptionId: fabrikam.subscriptionId })
      )
    ],
    subscriptions: [{ id: contoso.subscriptionId }, { id: fabrikam.subscriptionId }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'acr-msi-cross-subscription': 'error' }
  }
} satisfies Scenario

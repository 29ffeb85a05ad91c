import { registryId } from '../../emulator/arm-bodies/registry.ts'
import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { cluster, grant, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry is in another subscription of the same tenant',
  kind: 'trap',
  cause: 'Z1',
  world: {
    subscriptions: [{ id: contoso.subscriptionId }, { id: fabrikam.subscriptionId }],
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
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

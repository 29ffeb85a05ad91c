import { contoso, resourceGroupScope } from '../../emulator/contoso.ts'
import { acrPull, denial, everyone, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a deny assignment at another resource group',
  kind: 'trap',
  cause: 'Z8',
  world: {
    ...shop,
    roleAssignments: [acrPull],
    denyAssignments: [
      denial({
        scope: resourceGroupScope(contoso.subscriptionId, 'MC_rg-contoso_aks-shop'),
        principals: [everyone],
        permissions: [{ actions: ['*'] }]
      })
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

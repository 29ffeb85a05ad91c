import { contoso, resourceGroupScope } from '../../emulator/contoso.ts'
import { grant, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull sits at a resource group whose name begins like the right one',
  kind: 'fault',
  cause: 'Z1',
  world: {
    ...shop,
    roleAssignments: [
      grant(kubelet, 'AcrPull', resourceGroupScope(contoso.subscriptionId, 'rg-con'))
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

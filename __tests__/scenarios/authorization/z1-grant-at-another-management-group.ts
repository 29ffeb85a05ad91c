import { contoso, managementGroupScope } from '../../emulator/contoso.ts'
import { grant, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull sits at a management group that does not hold the subscription',
  kind: 'fault',
  cause: 'Z1',
  world: {
    ...shop,
    subscriptions: [{ id: contoso.subscriptionId, managementGroups: [contoso.managementGroup] }],
    roleAssignments: [grant(kubelet, 'AcrPull', managementGroupScope('mg-fabrikam'))]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

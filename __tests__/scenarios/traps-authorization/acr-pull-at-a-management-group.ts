import { contoso } from '../../emulator/contoso.ts'
import { grant, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull at a management group two levels up',
  kind: 'trap',
  cause: 'Z1',
  world: {
    ...shop,
    subscriptions: [
      { id: contoso.subscriptionId, managementGroups: ['mg-platform', contoso.managementGroup] }
    ],
    roleAssignments: [grant(kubelet, 'AcrPull', scopes.managementGroup)]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

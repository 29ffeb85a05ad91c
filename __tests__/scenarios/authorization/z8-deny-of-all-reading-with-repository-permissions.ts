import { contoso } from '../../emulator/contoso.ts'
import {
  abacShop,
  denial,
  everyone,
  grant,
  kubelet,
  repositoryReader,
  scopes,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a deny assignment forbids every data action of registries',
  kind: 'fault',
  cause: 'Z8',
  world: {
    ...abacShop,
    roleAssignments: [grant(kubelet, repositoryReader)],
    denyAssignments: [
      denial({
        scope: scopes.managementGroup,
        principals: [everyone],
        permissions: [{ dataActions: ['Microsoft.ContainerRegistry/*'] }]
      })
    ],
    subscriptions: [{ id: contoso.subscriptionId, managementGroups: [contoso.managementGroup] }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'deny-assignment': 'error' }
  }
} satisfies Scenario

import { acrPull, customRoleId, grant, kubelet, pullAction, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'one role takes the pull away, a second one gives it',
  kind: 'trap',
  cause: 'Z9',
  world: {
    ...shop,
    customRoles: [
      {
        id: customRoleId,
        name: 'Contoso Builder',
        permissions: [{ actions: ['*'], notActions: [pullAction] }]
      }
    ],
    roleAssignments: [grant(kubelet, customRoleId), acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['role-lacks-pull-action']
  }
} satisfies Scenario

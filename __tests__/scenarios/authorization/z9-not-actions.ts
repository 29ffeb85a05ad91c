import { customRole, kubelet, pullAction, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a custom role takes the pull away again',
  kind: 'fault',
  cause: 'Z9',
  world: {
    ...shop,
    ...customRole('Contoso Puller', {
      actions: ['Microsoft.ContainerRegistry/registries/*'],
      notActions: [pullAction]
    })
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-lacks-pull-action': 'error' }
  }
} satisfies Scenario

import { customRole, kubelet, pullAction, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'of the entries of a role, one takes away and another gives',
  kind: 'trap',
  cause: 'Z9',
  world: {
    ...shop,
    ...customRole(
      'Contoso Puller',
      { actions: ['Microsoft.ContainerRegistry/registries/*'], notActions: [pullAction] },
      { actions: [pullAction] }
    )
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

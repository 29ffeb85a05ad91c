import { abacShop, customRole, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a custom role grants data actions by a wildcard',
  kind: 'trap',
  cause: 'Z9',
  world: {
    ...abacShop,
    ...customRole('Contoso Puller', {
      dataActions: ['Microsoft.ContainerRegistry/registries/repositories/*/read']
    })
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

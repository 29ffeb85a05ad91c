import { customRole, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a custom role grants by a wildcard',
  kind: 'trap',
  cause: 'Z9',
  world: {
    ...shop,
    ...customRole('Contoso Puller', { actions: ['Microsoft.ContainerRegistry/*/read'] })
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

import { customRole, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a custom role reads the registry and does not pull',
  kind: 'fault',
  cause: 'Z9',
  world: {
    ...shop,
    ...customRole('Contoso Puller', {
      actions: [
        'Microsoft.ContainerRegistry/registries/read',
        'Microsoft.ContainerRegistry/registries/push/write'
      ]
    })
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-lacks-pull-action': 'error' }
  }
} satisfies Scenario

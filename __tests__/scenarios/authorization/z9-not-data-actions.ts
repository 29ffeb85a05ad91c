import { abacShop, contentRead, customRole, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a custom role takes reading of content away again',
  kind: 'fault',
  cause: 'Z9',
  world: {
    ...abacShop,
    ...customRole('Contoso Puller', {
      dataActions: ['Microsoft.ContainerRegistry/registries/repositories/*'],
      notDataActions: [contentRead]
    })
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-lacks-pull-action': 'error' }
  }
} satisfies Scenario

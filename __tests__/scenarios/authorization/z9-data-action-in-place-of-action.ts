import { contentRead, customRole, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a custom role has the action of the other mode',
  kind: 'fault',
  cause: 'Z9',
  world: { ...shop, ...customRole('Contoso Puller', { dataActions: [contentRead] }) },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-ineffective-in-mode': 'error' }
  }
} satisfies Scenario

import { abacShop, customRole, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'every action, and no data action, with repository permissions',
  kind: 'fault',
  cause: 'Z9',
  world: { ...abacShop, ...customRole('Contoso Puller', { actions: ['*'] }) },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-ineffective-in-mode': 'error' }
  }
} satisfies Scenario

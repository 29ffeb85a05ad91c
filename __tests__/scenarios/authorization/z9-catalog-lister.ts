import { abacShop, grant, kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Catalog Lister alone does not pull',
  kind: 'fault',
  cause: 'Z9',
  world: {
    ...abacShop,
    roleAssignments: [grant(kubelet, 'Container Registry Repository Catalog Lister')]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'role-lacks-pull-action': 'error' }
  }
} satisfies Scenario

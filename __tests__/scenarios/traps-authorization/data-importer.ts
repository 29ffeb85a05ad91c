import { grant, kubelet, scopes, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'Container Registry Data Importer and Data Reader pulls in the classic mode',
  kind: 'trap',
  cause: 'Z1',
  world: {
    ...shop,
    roleAssignments: [
      grant(kubelet, 'Container Registry Data Importer and Data Reader', scopes.registry)
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

import { acrPull, grant, kubelet, shop, stranger, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'grants of a former principal beside the right one',
  kind: 'trap',
  cause: 'Z5',
  world: { ...shop, roleAssignments: [grant(stranger, 'AcrPull'), acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

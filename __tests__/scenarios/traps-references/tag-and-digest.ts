import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'tag and digest together',
  kind: 'trap',
  cause: 'N2',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(`${web}@sha256:${'b'.repeat(64)}`) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

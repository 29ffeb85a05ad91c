import { acrPull, kubelet, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a placeholder in the tag does not stop the check',
  kind: 'trap',
  cause: 'N10',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('contoso.azurecr.io/team/web:${TAG}') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

import { acrPull, kubelet, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the placeholder of the host is filled by an option',
  kind: 'trap',
  cause: 'N10',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('${REGISTRY}.azurecr.io/team/web:1.0') },
  arguments: ['--var', 'REGISTRY=contoso'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

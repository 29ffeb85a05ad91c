import { acrPull, kubelet, shop } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an option says that the default of the placeholder is deployed',
  kind: 'trap',
  cause: 'N10',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment('${REGISTRY:-contoso.azurecr.io}/team/web:1.0') },
  arguments: ['--var', 'REGISTRY=contoso.azurecr.io'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

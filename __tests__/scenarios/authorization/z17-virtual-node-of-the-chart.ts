import { acrPull, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a pod for virtual nodes of the Helm chart, of which no field of the cluster tells',
  kind: 'fault',
  cause: 'Z17',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: {
    'web.yaml': deployment(web, {
      pod: [
        'nodeSelector: {virtualization: virtualnode2}',
        'tolerations: [{key: virtual-kubelet.io/provider, operator: Exists, effect: NoSchedule}]'
      ]
    })
  },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'virtual-node-needs-secret': 'unknown' }
  }
} satisfies Scenario

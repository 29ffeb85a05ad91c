import { acrPull, cluster, registry, stranger, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a pod on a virtual node has no kubelet identity and no pull secret',
  kind: 'fault',
  cause: 'Z17',
  world: {
    clusters: [{ ...cluster, addOns: { aciConnectorLinux: stranger } }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: {
    'web.yaml': deployment(web, {
      pod: [
        'nodeSelector: {type: virtual-kubelet}',
        'tolerations: [{key: virtual-kubelet.io/provider, operator: Exists}]'
      ]
    })
  },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'virtual-node-needs-secret': 'error' }
  }
} satisfies Scenario

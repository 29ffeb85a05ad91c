import { acrPull, cluster, kubelet, registry, stranger, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'virtual nodes are there, and the pod does not tolerate them',
  kind: 'trap',
  cause: 'Z17',
  world: {
    clusters: [{ ...cluster, addOns: { aciConnectorLinux: stranger } }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['virtual-node-needs-secret']
  }
} satisfies Scenario

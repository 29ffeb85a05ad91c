import { cluster, grant, kubelet, registry, stranger, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull was given to the identity of an add-on',
  kind: 'fault',
  cause: 'Z4',
  world: {
    clusters: [{ ...cluster, addOns: { omsagent: stranger } }],
    registries: [registry],
    roleAssignments: [grant(stranger, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'grant-to-other-identity': 'error' }
  }
} satisfies Scenario

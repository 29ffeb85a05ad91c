import { acrPull, cluster, kubelet, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a registry with a domain name label',
  kind: 'trap',
  cause: 'Z1',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, loginServer: 'contoso-0123456789abcdef.azurecr.io' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('contoso-0123456789abcdef.azurecr.io/team/web:1.0') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

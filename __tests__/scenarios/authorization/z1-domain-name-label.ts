import { cluster, kubelet, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a registry with a domain name label, whose name is not the first part of its host',
  kind: 'fault',
  cause: 'Z1',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, loginServer: 'contoso-0123456789abcdef.azurecr.io' }]
  },
  manifests: { 'web.yaml': deployment('contoso-0123456789abcdef.azurecr.io/team/web:1.0') },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

import { acrPull, cluster, kubelet, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a cluster and a registry of a cloud of its own',
  kind: 'trap',
  cause: 'Z19',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, loginServer: 'contoso.azurecr.contoso.cloud' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('contoso.azurecr.contoso.cloud/team/web:1.0') },
  arguments: [
    '--cloud',
    'custom',
    '--resource-manager',
    'https://management.contoso.cloud',
    '--authority',
    'https://login.contoso.cloud'
  ],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

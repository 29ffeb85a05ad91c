import { acrPull, cluster, kubelet, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a cluster and a registry of AzureChinaCloud',
  kind: 'trap',
  cause: 'Z19',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, loginServer: 'contoso.azurecr.cn' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('contoso.azurecr.cn/team/web:1.0') },
  arguments: ['--cloud', 'AzureChinaCloud'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

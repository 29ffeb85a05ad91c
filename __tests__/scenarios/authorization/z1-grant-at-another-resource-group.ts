import { cluster, grant, kubelet, registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull sits at the resource group of the cluster, and the registry is in another',
  kind: 'fault',
  cause: 'Z1',
  world: {
    clusters: [cluster],
    registries: [{ ...registry, resourceGroup: 'rg-registries' }],
    roleAssignments: [grant(kubelet, 'AcrPull', scopes.resourceGroup)]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { nodeIdentityId, scaleSet } from '../networks.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a scale set carries another identity beside that of the kubelets, in other letter case',
  kind: 'trap',
  cause: 'Z10',
  world: {
    clusters: [{ ...cluster, nodePools: [{ name: 'system' }, { name: 'apps', mode: 'User' }] }],
    registries: [registry],
    otherResources: [
      scaleSet('apps', nodeIdentityId('aks-shop-other'), nodeIdentityId('AKS-Shop-AgentPool'))
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['node-without-identity']
  }
} satisfies Scenario

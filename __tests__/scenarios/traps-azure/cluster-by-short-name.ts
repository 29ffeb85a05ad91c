import { contoso } from '../../emulator/contoso.ts'
import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the cluster is named by subscription, resource group and name',
  kind: 'trap',
  cause: null,
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  clusters: [`${contoso.subscriptionId}/${contoso.resourceGroup}/aks-shop`],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

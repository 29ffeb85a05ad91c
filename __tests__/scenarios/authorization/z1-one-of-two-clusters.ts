import {
  acrPull,
  cluster,
  kubelet,
  registry,
  secondCluster,
  secondKubelet,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'one of two clusters has no grant',
  kind: 'fault',
  cause: 'Z1',
  world: { clusters: [cluster, secondCluster], registries: [registry], roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [
      { cluster: 'aks-shop', result: 'pull', objectId: kubelet },
      { cluster: 'aks-two', result: 'no-pull', objectId: secondKubelet }
    ],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

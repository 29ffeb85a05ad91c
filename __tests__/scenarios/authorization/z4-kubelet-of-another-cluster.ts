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
  title: 'the grant is held by the kubelet identity of another cluster',
  kind: 'fault',
  cause: 'Z4',
  world: { clusters: [cluster, secondCluster], registries: [registry], roleAssignments: [acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [
      { cluster: 'aks-shop', result: 'pull', puller: 'kubelet-identity', objectId: kubelet },
      {
        cluster: 'aks-two',
        result: 'no-pull',
        puller: 'kubelet-identity',
        objectId: secondKubelet,
        because: 'held by the kubelet identity of cluster aks-shop'
      }
    ],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

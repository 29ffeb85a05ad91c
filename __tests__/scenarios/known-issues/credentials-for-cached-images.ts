import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a kubelet of 1.33 asks for credentials of images that the node has',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.33.13' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: { 'acr-credentials-for-cached-images': 'note' }
  }
} satisfies Scenario

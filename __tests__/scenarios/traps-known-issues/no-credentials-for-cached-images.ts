import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: '1.34 asks for no credentials of images that the node has',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.34.9' }],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-credentials-for-cached-images']
  }
} satisfies Scenario

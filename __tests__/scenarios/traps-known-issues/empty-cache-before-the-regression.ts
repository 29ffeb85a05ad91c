import { cluster, grant, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: '1.14 does not have the fault of 1.15 yet, and pulls with a right to list',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.14.8' }],
    registries: [registry],
    roleAssignments: [grant(kubelet, 'Reader')]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-msi-empty-cache', 'acr-msi-multi-registry', 'acr-msi-cross-subscription']
  }
} satisfies Scenario

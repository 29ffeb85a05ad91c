import { acrPull, cluster, registry, withRegionalEndpoints } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a regional endpoint, and a node image that does not know it',
  kind: 'fault',
  cause: 'Z15',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.34.4',
        nodePools: [
          { name: 'system', nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202606.08.1' }
        ]
      }
    ],
    registries: [withRegionalEndpoints(registry, ['westeurope'])],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('contoso.westeurope.geo.azurecr.io/team/web:1.0') },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'acr-regional-endpoint-unmatched': 'error' },
    nodePools: { 'acr-regional-endpoint-unmatched': ['system'] }
  }
} satisfies Scenario

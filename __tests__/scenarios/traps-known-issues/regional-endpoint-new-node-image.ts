import { acrPull, cluster, registry, withRegionalEndpoints } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a regional endpoint, and a node image that knows it',
  kind: 'trap',
  cause: 'Z15',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.35.6',
        nodePools: [
          { name: 'system', nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202607.29.0' }
        ]
      }
    ],
    registries: [withRegionalEndpoints(registry, ['westeurope'])],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('contoso.westeurope.geo.azurecr.io/team/web:1.0') },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-regional-endpoint-unmatched']
  }
} satisfies Scenario

import { acrPull, cluster, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an isolated cluster without a mirror pulls from mcr.microsoft.com',
  kind: 'fault',
  cause: 'T11',
  world: {
    clusters: [
      {
        ...cluster,
        properties: {
          networkProfile: { outboundType: 'none' },
          bootstrapProfile: { artifactSource: 'Direct' }
        }
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('mcr.microsoft.com/dotnet/aspnet:9.0') },
  expect: { exitCode: 0, verdicts: [], findings: { 'isolated-cluster-source': 'warning' } }
} satisfies Scenario

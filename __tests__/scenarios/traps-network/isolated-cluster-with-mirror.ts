import { acrPull, cluster, registry, scopes } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'an isolated cluster mirrors mcr.microsoft.com',
  kind: 'trap',
  cause: 'T11',
  world: {
    clusters: [
      {
        ...cluster,
        properties: {
          networkProfile: { outboundType: 'none' },
          bootstrapProfile: { artifactSource: 'Cache', containerRegistryId: scopes.registry }
        }
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('mcr.microsoft.com/dotnet/aspnet:9.0') },
  expect: { exitCode: 0, verdicts: [], findings: {}, absent: ['isolated-cluster-source'] }
} satisfies Scenario

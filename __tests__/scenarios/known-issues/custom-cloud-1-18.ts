import { acrPull, cluster, registry } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a cloud of its own, and the provider of 1.18.2',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.18.2' }],
    registries: [{ ...registry, loginServer: 'contoso.azurecr.contoso.cloud' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment('contoso.azurecr.contoso.cloud/team/web:1.0') },
  arguments: [
    '--cloud',
    'custom',
    '--resource-manager',
    'https://management.contoso.cloud',
    '--authority',
    'https://login.contoso.cloud'
  ],
  expect: { exitCode: 0, verdicts: [{}], findings: { 'acr-private-cloud-suffix': 'warning' } }
} satisfies Scenario

import {
  grant,
  principal,
  principalCluster,
  registry,
  withRegionalEndpoints
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a regional endpoint, and a service principal whose provider is compiled in',
  kind: 'fault',
  cause: 'Z19',
  world: {
    clusters: [{ ...principalCluster, kubernetesVersion: '1.29.9' }],
    registries: [withRegionalEndpoints(registry, ['westeurope'])],
    roleAssignments: [grant(principal, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment('contoso.westeurope.geo.azurecr.io/team/web:1.0') },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'registry-host-not-served': 'error' }
  }
} satisfies Scenario

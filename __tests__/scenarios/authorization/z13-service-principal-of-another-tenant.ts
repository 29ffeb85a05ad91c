import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'the registry of a service-principal cluster is in another tenant, and the object id is that of the first',
  kind: 'fault',
  cause: 'Z13',
  world: {
    subscriptions: [
      { id: contoso.subscriptionId },
      { id: fabrikam.subscriptionId, tenantId: fabrikam.tenantId, delegated: true }
    ],
    clusters: [principalCluster],
    registries: [{ ...registry, subscriptionId: fabrikam.subscriptionId }]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'service-principal', objectId: principal }],
    findings: { 'facts-missing': 'unknown' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'the same where Azure Resource Graph gives no answer, so that the subscriptions tell the tenants',
  kind: 'fault',
  cause: 'Z13',
  world: {
    subscriptions: [
      { id: contoso.subscriptionId },
      { id: fabrikam.subscriptionId, tenantId: fabrikam.tenantId, delegated: true }
    ],
    faults: [
      {
        method: 'POST',
        url: '*/Microsoft.ResourceGraph/*',
        answer: {
          kind: 'answer',
          status: 400,
          body: { error: { code: 'BadRequest', message: 'No graph today.' } }
        }
      }
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

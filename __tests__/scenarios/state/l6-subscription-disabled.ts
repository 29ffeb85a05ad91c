import { contoso } from '../../emulator/contoso.ts'
import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the subscription of cluster and registry is disabled',
  kind: 'fault',
  cause: 'L6',
  world: {
    ...shop,
    subscriptions: [{ id: contoso.subscriptionId, state: 'Disabled' }],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--thorough'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'subscription-not-enabled': 'warning' }
  }
} satisfies Scenario

import { registryId } from '../../emulator/arm-bodies/registry.ts'
import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { grant, principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a service principal of 1.10.6 and a registry in another subscription',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...principalCluster, kubernetesVersion: '1.10.6' }],
    registries: [{ ...registry, subscriptionId: fabrikam.subscriptionId }],
    roleAssignments: [
      grant(
        principal,
        'Contributor',
        registryId({ ...registry, subscriptionId: fabrikam.subscriptionId })
      )
    ],
    subscriptions: [{ id: contoso.subscriptionId }, { id: fabrikam.subscriptionId }]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull' }],
    findings: { 'acr-sp-grant-not-seen': 'error' },
    nodePools: { 'acr-sp-grant-not-seen': ['system'] }
  }
} satisfies Scenario

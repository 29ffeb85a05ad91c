import { registryId } from '../../emulator/arm-bodies/registry.ts'
import { contoso, fabrikam } from '../../emulator/contoso.ts'
import { grant, principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a service principal of 1.12.0 and a registry in another subscription',
  kind: 'trap',
  cause: 'L9',
  world: {
    clusters: [{ ...principalCluster, kubernetesVersion: '1.12.0' }],
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
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-sp-grant-not-seen']
  }
} satisfies Scenario

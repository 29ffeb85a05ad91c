import { cluster, controlPlane, grant, kubelet, registry, scopes, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull was given to the user-assigned identity of the control plane',
  kind: 'fault',
  cause: 'Z4',
  world: {
    clusters: [
      {
        ...cluster,
        controlPlaneIdentityId: `${scopes.resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-control`
      }
    ],
    registries: [registry],
    roleAssignments: [grant(controlPlane, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'grant-to-other-identity': 'error' }
  }
} satisfies Scenario

import { grant, principal, principalCluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the registry refuses ARM tokens, and a service principal sends none',
  kind: 'trap',
  cause: 'Z14',
  world: {
    clusters: [
      {
        ...principalCluster,
        kubernetesVersion: '1.31.4',
        nodePools: [
          { name: 'system', nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202503.13.0' }
        ]
      }
    ],
    registries: [
      {
        ...registry,
        properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } }
      }
    ],
    roleAssignments: [grant(principal, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  arguments: ['--kubelet-object-id', principal],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-arm-audience-disabled']
  }
} satisfies Scenario

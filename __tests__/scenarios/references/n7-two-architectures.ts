import { acrPull, cluster, kubelet, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the pod can land on two architectures',
  kind: 'fault',
  cause: 'N7',
  world: {
    clusters: [
      {
        ...cluster,
        nodePools: [
          { name: 'system' },
          {
            name: 'arm',
            mode: 'User',
            vmSize: 'Standard_D4pds_v5',
            nodeImageVersion: 'AKSUbuntu-2204gen2arm64containerd-202610.13.0'
          }
        ]
      }
    ],
    registries: [registry],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'mixed-platforms': 'note' }
  }
} satisfies Scenario

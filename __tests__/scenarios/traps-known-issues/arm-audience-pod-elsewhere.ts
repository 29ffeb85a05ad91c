import { acrPull, cluster, registry, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'only the Windows pool is too old, and the pod runs on Linux',
  kind: 'trap',
  cause: 'Z14',
  world: {
    clusters: [
      {
        ...cluster,
        kubernetesVersion: '1.32.5',
        nodePools: [
          { name: 'system' },
          {
            name: 'win',
            mode: 'User',
            osType: 'Windows',
            nodeImageVersion: 'AKSWindows-2022-containerd-gen2-20348.3328.250314'
          }
        ]
      }
    ],
    registries: [
      {
        ...registry,
        properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } }
      }
    ],
    roleAssignments: [acrPull]
  },
  manifests: { 'web.yaml': deployment(web, { pod: ['nodeSelector: {kubernetes.io/os: linux}'] }) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull' }],
    findings: {},
    absent: ['acr-arm-audience-disabled']
  }
} satisfies Scenario

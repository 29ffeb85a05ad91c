import { registryId } from '../../emulator/arm-bodies/registry.ts'
import { acrPull, cluster, grant, kubelet, registry, second, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: '1.17.14 lies between the documented and the verified fix',
  kind: 'fault',
  cause: 'L9',
  world: {
    clusters: [{ ...cluster, kubernetesVersion: '1.17.14' }],
    registries: [registry, second],
    roleAssignments: [acrPull, grant(kubelet, 'AcrPull', registryId(second))]
  },
  manifests: {
    'web.yaml': deployment(web),
    'job.yaml': deployment('contoso2.azurecr.io/job:1', { name: 'job' })
  },
  expect: {
    exitCode: 0,
    verdicts: [
      { image: web, result: 'pull' },
      { image: 'contoso2.azurecr.io/job:1', result: 'pull' }
    ],
    findings: { 'acr-msi-multi-registry': 'note' }
  }
} satisfies Scenario

import { acrPull, kubelet, registry, second, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant covers one of two registries',
  kind: 'fault',
  cause: 'Z1',
  world: { ...shop, roleAssignments: [acrPull], registries: [registry, second] },
  manifests: {
    'web.yaml': deployment(web),
    'job.yaml': deployment('contoso2.azurecr.io/job:1', { name: 'job' })
  },
  expect: {
    exitCode: 1,
    verdicts: [
      { image: web, result: 'pull' },
      { image: 'contoso2.azurecr.io/job:1', result: 'no-pull', objectId: kubelet }
    ],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

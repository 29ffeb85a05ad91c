import { registryId } from '../../emulator/arm-bodies/registry.ts'
import { grant, kubelet, registry, second, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'AcrPull sits at another registry',
  kind: 'fault',
  cause: 'Z1',
  world: {
    ...shop,
    roleAssignments: [grant(kubelet, 'AcrPull', registryId(second))],
    registries: [registry, second]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

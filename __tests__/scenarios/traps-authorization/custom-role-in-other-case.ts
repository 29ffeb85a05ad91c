import { customRole, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a custom role writes the action in another case',
  kind: 'trap',
  cause: 'Z9',
  world: {
    ...shop,
    ...customRole('Contoso Puller', {
      actions: ['microsoft.containerregistry/REGISTRIES/Pull/Read']
    })
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

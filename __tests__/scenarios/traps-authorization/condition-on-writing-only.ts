import { abacShop, conditionalReader, kubelet, nameEquals, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the condition restricts writing, not reading',
  kind: 'trap',
  cause: 'Z3',
  world: {
    ...abacShop,
    roleAssignments: [
      conditionalReader(
        `!(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/content/write'}) OR ${nameEquals('team/api')}`
      )
    ]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario

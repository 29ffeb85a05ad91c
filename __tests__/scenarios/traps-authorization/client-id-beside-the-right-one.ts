import { contoso } from '../../emulator/contoso.ts'
import { acrPull, grant, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'a grant to the client id lies beside that of the object id',
  kind: 'trap',
  cause: 'Z4',
  world: { ...shop, roleAssignments: [grant(contoso.kubeletClientId, 'AcrPull'), acrPull] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: ['grant-to-other-identity']
  }
} satisfies Scenario

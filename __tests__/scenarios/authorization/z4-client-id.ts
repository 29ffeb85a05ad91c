import { contoso } from '../../emulator/contoso.ts'
import { grant, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant was given to the client id of the kubelet identity',
  kind: 'fault',
  cause: 'Z4',
  world: { ...shop, roleAssignments: [grant(contoso.kubeletClientId, 'AcrPull')] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [
      {
        result: 'no-pull',
        puller: 'kubelet-identity',
        objectId: kubelet,
        because: 'role assignments need the object id'
      }
    ],
    findings: { 'grant-to-other-identity': 'error' },
    absent: ['no-pull-grant']
  }
} satisfies Scenario

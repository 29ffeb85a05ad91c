import { grant, kubelet, shop, stranger, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the grant is held by a principal that Entra has deleted',
  kind: 'fault',
  cause: 'Z5',
  world: {
    ...shop,
    deletedPrincipals: [stranger],
    roleAssignments: [grant(stranger, 'AcrPull')]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [
      {
        result: 'no-pull',
        puller: 'kubelet-identity',
        objectId: kubelet,
        because: `AcrPull there is held by principal ${stranger}, which is none of the identities seen here`
      }
    ],
    findings: { 'no-pull-grant': 'error' }
  }
} satisfies Scenario

import { acrPull, kubelet, kubeletIdentity, shop, stranger, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title:
    'the kubelet identity was deleted and recreated under the same name; the old grant is still listed',
  kind: 'fault',
  cause: 'Z11',
  world: {
    ...shop,
    roleAssignments: [acrPull],
    deletedPrincipals: [kubelet],
    identities: [{ ...kubeletIdentity, objectId: stranger }]
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown', because: stranger }],
    findings: { 'kubelet-identity-lost': 'unknown' }
  }
} satisfies Scenario

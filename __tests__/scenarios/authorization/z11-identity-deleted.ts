import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the kubelet identity was deleted, and its assignments stay behind',
  kind: 'fault',
  cause: 'Z11',
  world: { ...shop, roleAssignments: [acrPull], deletedPrincipals: [kubelet] },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 1,
    verdicts: [{ result: 'no-pull', because: 'does not exist any more' }],
    findings: { 'kubelet-identity-lost': 'error' }
  }
} satisfies Scenario
